import { randomBytes } from "node:crypto";
import { listNoteKeys } from "@studydesk/db/notes/note-key-queries";
import type { Db } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDesk } from "../testing/build-desk";
import { keyringOf, type NoteKeyring } from "./note-keyring";
import { requireNoteKeys } from "./require-note-keys";
import { sealAtRest } from "./seal-at-rest";

const at = "2026-09-01T12:00:00.000Z";
const keyOf = (id: string) => ({ id, key: randomBytes(32) });

async function addSealed(
  db: Db,
  keys: NoteKeyring,
  { authorId, leadId }: { authorId: string; leadId: number },
): Promise<number> {
  const { id } = await db
    .insertInto("notes")
    .values({ authorId, leadId, studyId: null, sealedBody: "", createdAt: at, updatedAt: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  const place = { table: "notes", rowId: id, home: { leadId }, authorId } as const;
  await db
    .updateTable("notes")
    .set({ sealedBody: sealAtRest(keys, place, "Prefers mornings.") })
    .where("id", "=", id)
    .execute();
  return id;
}

describeOnEveryEngine("the keys at the start", (openTestDatabase) => {
  it("are remembered at the first one, and must be the same from then on, without any note", async () => {
    const { db } = await openTestDatabase();
    const key = keyOf("1");
    await requireNoteKeys(db, keyringOf(key), at);
    await requireNoteKeys(db, keyringOf(key), at);
    const known = await listNoteKeys(db);
    expect(known).toHaveLength(1);
    // Neither the key nor a plain digest of it.
    expect(JSON.stringify(known)).not.toContain(key.key.toString("hex"));

    await expect(requireNoteKeys(db, keyringOf(keyOf("1")), at)).rejects.toThrow(
      /key 1, which is another one here.+Put the former file back, then start again; nothing was/,
    );
    await expect(requireNoteKeys(db, keyringOf(keyOf("2")), at)).rejects.toThrow(
      /key 1, which is missing here/,
    );
    expect(await listNoteKeys(db)).toEqual(known);
  });

  it("may leave out a key that was retired, and no other", async () => {
    const { db } = await openTestDatabase();
    const [first, second] = [keyOf("1"), keyOf("2")];
    await requireNoteKeys(db, keyringOf(first), at);
    await requireNoteKeys(db, keyringOf(first, second), at);
    expect((await listNoteKeys(db)).map(({ id }) => id)).toEqual(["1", "2"]);
    await expect(requireNoteKeys(db, keyringOf(second), at)).rejects.toThrow("is missing");
    await db.updateTable("noteKeys").set({ retiredAt: at }).where("id", "=", "1").execute();
    await requireNoteKeys(db, keyringOf(second), at);
    await expect(requireNoteKeys(db, keyringOf(keyOf("1"), second), at)).rejects.toThrow(
      "key 1, which is another one",
    );
  });

  it("must open what a database from before keys were known holds; a damaged note more or less does not matter", async () => {
    const { db, kim, lead } = await buildDesk((await openTestDatabase()).db);
    const [keys, another] = [keyringOf(keyOf("1")), keyringOf(keyOf("1"))];
    await addSealed(db, keys, { authorId: kim.userId, leadId: lead.id });
    const damaged = await addSealed(db, keys, { authorId: kim.userId, leadId: lead.id });
    await db.updateTable("notes").set({ sealedBody: "1.x" }).where("id", "=", damaged).execute();

    await expect(requireNoteKeys(db, another, at)).rejects.toThrow("is another one");
    expect(await listNoteKeys(db)).toEqual([]);
    await requireNoteKeys(db, keys, at);
    await expect(requireNoteKeys(db, another, at)).rejects.toThrow("is another one");
  });
});
