import { randomBytes } from "node:crypto";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDesk } from "../testing/build-desk";
import { keyringOf } from "./note-keyring";
import { requireNoteSecret } from "./require-note-secret";
import { writeNote } from "./write-note";

describeOnEveryEngine("the secret at the start", (openTestDatabase) => {
  it("must open what was sealed before; a damaged note more or less does not matter", async () => {
    const { db, deps, kim, lead } = await buildDesk((await openTestDatabase()).db);
    const ring = () => keyringOf({ id: "1", key: randomBytes(32) });
    const [noteKeys, another] = [ring(), ring()];
    await requireNoteSecret(db, another);

    await writeNote({ ...deps, noteKeys }, kim, { leadId: lead.id, body: "Prefers mornings." });
    await requireNoteSecret(db, noteKeys);
    await expect(requireNoteSecret(db, another)).rejects.toThrow(/Put the former file back/);

    const damaged = await writeNote({ ...deps, noteKeys }, kim, {
      leadId: lead.id,
      body: "And tea.",
    });
    await db.updateTable("notes").set({ sealedBody: "1.x" }).where("id", "=", damaged.id).execute();
    await requireNoteSecret(db, noteKeys);
  });
});
