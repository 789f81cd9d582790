import { randomBytes } from "node:crypto";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { deriveSecretKeys } from "../secret-keys";
import { buildDesk } from "../testing/build-desk";
import { requireNoteSecret } from "./require-note-secret";
import { writeNote } from "./write-note";

describeOnEveryEngine("the secret at the start", (openTestDatabase) => {
  it("must open what was sealed before; a damaged note more or less does not matter", async () => {
    const { db, deps, kim, lead } = await buildDesk((await openTestDatabase()).db);
    const [secret, another] = [randomBytes(48), randomBytes(48)];
    await requireNoteSecret(db, another);

    const keys = deriveSecretKeys(secret);
    await writeNote({ ...deps, keys }, kim, { leadId: lead.id, body: "Prefers mornings." });
    await requireNoteSecret(db, secret);
    await expect(requireNoteSecret(db, another)).rejects.toThrow(/Put the former file back/);

    const damaged = await writeNote({ ...deps, keys }, kim, { leadId: lead.id, body: "And tea." });
    await db.updateTable("notes").set({ sealedBody: "1.x" }).where("id", "=", damaged.id).execute();
    await requireNoteSecret(db, secret);
  });
});
