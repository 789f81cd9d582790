import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { noteKeyDigest } from "@studydesk/api/notes/check-note-key";
import type { NoteKeyring } from "@studydesk/api/notes/note-keyring";
import { requireNoteKeys } from "@studydesk/api/notes/require-note-keys";
import { openAtRest, type SealPlace, sealAtRest } from "@studydesk/api/notes/seal-at-rest";
import { buildDesk } from "@studydesk/api/testing/build-desk";
import { listNoteKeys } from "@studydesk/db/notes/note-key-queries";
import {
  countSealedByKey,
  sealedColumnNames,
  sealedColumns,
  setSealed,
} from "@studydesk/db/notes/sealed-column-queries";
import { type Db, inTransaction, isPostgresUrl, openDatabase } from "@studydesk/db/open-database";
import { buildCriteriaVersion } from "@studydesk/db/testing/build-criteria";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { openNoteKeyring, readNoteKeyFile } from "./note-key-file";
import { rotateNoteKeys } from "./rotate-note-keys";

const at = "2026-09-01T12:00:00.000Z";
const fromSecret = randomBytes(32);

type Desk = Awaited<ReturnType<typeof buildDesk>>;

function fileForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-rotate-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "secret.keys");
}

function partsFor(db: Db, file: string) {
  return { db, file, fromSecret, now: () => new Date(at), onProgress: () => {} };
}

/** Two connections of one process to SQLite would each hold up the process until the other one is done. */
function connectAgain(db: Db, url: string): Db {
  if (!isPostgresUrl(url)) return db;
  const again = openDatabase(url);
  onTestFinished(() => again.destroy());
  return again;
}

async function addNote(db: Db, keys: NoteKeyring, { kim, lead }: Desk, text: string) {
  return inTransaction(db, async (trx) => {
    const row = { authorId: kim.userId, leadId: lead.id, studyId: null, sealedBody: "" };
    const { id } = await trx
      .insertInto("notes")
      .values({ ...row, createdAt: at, updatedAt: at })
      .returning("id")
      .executeTakeFirstOrThrow();
    const home = { leadId: lead.id };
    const place = { table: "notes", rowId: id, home, authorId: kim.userId } as const;
    await setSealed(trx, "notes", { id, sealed: sealAtRest(keys, place, text) });
    return id;
  });
}

/** One row of each table, with a text in each of its sealed columns; what must open is given. */
async function sealEverywhere(db: Db, keys: NoteKeyring, desk: Desk) {
  const { kim, lead } = desk;
  const authorId = kim.userId;
  const noteId = await addNote(db, keys, desk, "notes");
  const firstOf = async (insert: { executeTakeFirstOrThrow(): Promise<{ id: number }> }) =>
    (await insert.executeTakeFirstOrThrow()).id;
  const asked = { studyId: lead.studyId, number: 1, questions: 1 };
  const [criterion] = await buildCriteriaVersion(db, asked);
  const criteriaVersionId = criterion?.criteriaVersionId ?? 0;
  const review = { leadId: lead.id, criteriaVersionId, sentAt: at, sentBy: authorId };
  const reviewId = await firstOf(db.insertInto("reviews").values(review).returning("id"));
  const digests = { idSha256: randomUUID(), linkProofSha256: "b", iv: "d", ciphertext: "e" };
  const life = { createdAt: at, expiresAt: at };
  const ids = {
    notes: noteId,
    noteVersions: await firstOf(
      db
        .insertInto("noteVersions")
        .values({ noteId, version: 1, sealedBody: "", sealedTags: null, at })
        .returning("id"),
    ),
    noteDrafts: await firstOf(
      db
        .insertInto("noteDrafts")
        .values({ authorId, leadId: lead.id, studyId: null, sealedDraft: "", updatedAt: at })
        .returning("id"),
    ),
    attachedNotes: await firstOf(
      db
        .insertInto("attachedNotes")
        .values({
          ...{ reviewId, leadId: lead.id, authorId, noteId },
          ...{ sealedContent: "", contentSha256: "c", attachedAt: at },
        })
        .returning("id"),
    ),
    shares: await firstOf(
      db
        .insertInto("shares")
        .values({
          ...{ ...digests, authKeySha256: "c", ownerId: authorId, leadId: lead.id },
          ...{ ...life, maxViews: 5, revokeSha256: null, studyId: null },
        })
        .returning("id"),
    ),
    noteRequests: await firstOf(
      db
        .insertInto("noteRequests")
        .values({
          ...{ ...digests, ownerId: authorId, leadId: lead.id, studyId: null },
          ...{ ...life, publicKeys: "[]", maxNotes: 3 },
        })
        .returning("id"),
    ),
  };
  const places = sealedColumnNames.map((name): SealPlace => {
    const home = name === "notes" ? { home: { leadId: lead.id } } : {};
    return { table: name, rowId: ids[sealedColumns[name].table], authorId, ...home };
  });
  for (const place of places) {
    const sealed = sealAtRest(keys, place, `text of ${place.table}`);
    await setSealed(db, place.table, { id: place.rowId, sealed });
  }
  return places;
}

async function readSealed(db: Db, { table: name, rowId }: SealPlace): Promise<string> {
  const { table, column } = sealedColumns[name];
  const { rows } = await sql<{ sealed: string }>`
    select ${sql.ref(column)} as sealed from ${sql.table(table)} where id = ${rowId}`.execute(db);
  return rows[0]?.sealed ?? "";
}

describeOnEveryEngine("a rotation of the keys", (openTestDatabase) => {
  it("seals every column anew under a fresh key, and lets the old one go", async () => {
    const { db } = await openTestDatabase();
    const desk = await buildDesk(db);
    const file = fileForTest();
    const before = openNoteKeyring(file, fromSecret);
    const places = await sealEverywhere(db, before, desk);

    const done = await rotateNoteKeys(partsFor(db, file));
    const rows = sealedColumnNames.length;
    expect(done).toEqual({ keyId: "2", wentOn: false, rows, unopened: [] });
    const kept = readNoteKeyFile(file, fromSecret);
    expect(kept.map(({ id }) => id)).toEqual(["2"]);
    expect(await countSealedByKey(db)).toEqual(new Map([["2", rows]]));
    // As a server that starts now, which never had the first key.
    const after = openNoteKeyring(file, randomBytes(32));
    await requireNoteKeys(db, after, at);
    for (const place of places) {
      expect(openAtRest(after, place, await readSealed(db, place))).toBe(`text of ${place.table}`);
    }
    expect(await listNoteKeys(db)).toMatchObject([
      { id: "1", retiredAt: at },
      { id: "2", retiredAt: null },
    ]);
    expect(await rotateNoteKeys(partsFor(db, file))).toMatchObject({ keyId: "3", rows });
  });

  it("goes on where it was cut short, under the key that it had begun with", async () => {
    const { db } = await openTestDatabase();
    const desk = await buildDesk(db);
    const file = fileForTest();
    const places = await sealEverywhere(db, openNoteKeyring(file, fromSecret), desk);
    const cutShort = rotateNoteKeys({
      ...partsFor(db, file),
      onProgress: (done) => {
        if (done > 3) throw new Error("cut short");
      },
    });
    await expect(cutShort).rejects.toThrow("cut short");
    const midway = openNoteKeyring(file, fromSecret);
    await requireNoteKeys(db, midway, at);
    expect([...(await countSealedByKey(db)).keys()].sort()).toEqual(["1", "2"]);
    for (const place of places) {
      expect(openAtRest(midway, place, await readSealed(db, place))).toBe(`text of ${place.table}`);
    }

    expect(await rotateNoteKeys(partsFor(db, file))).toMatchObject({ keyId: "2", wentOn: true });
    expect([...(await countSealedByKey(db)).keys()]).toEqual(["2"]);
    expect(readNoteKeyFile(file, fromSecret).map(noteKeyDigest)).toEqual([
      noteKeyDigest(midway.current()),
    ]);
  });

  it("misses nothing that a server writes meanwhile, nor what it began to write before", async () => {
    const { db, url } = await openTestDatabase();
    const desk = await buildDesk(db);
    const file = fileForTest();
    const running = connectAgain(db, url);
    const serverKeys = openNoteKeyring(file, fromSecret);
    for (const text of ["one", "two", "three"]) await addNote(running, serverKeys, desk, text);

    let isRotated = false;
    const written = addNote(running, serverKeys, desk, "meanwhile");
    const rotating = rotateNoteKeys(partsFor(db, file)).finally(() => {
      isRotated = true;
    });
    const ids = [await written];
    while (!isRotated) {
      ids.push(await addNote(running, serverKeys, desk, "meanwhile"));
      // SQLite answers at once: without this the rotation would never get its turn.
      await nextTurn();
    }
    await rotating;

    const after = openNoteKeyring(file, randomBytes(32));
    const notes = await db.selectFrom("notes").selectAll().execute();
    expect(notes).toHaveLength(3 + ids.length);
    for (const { id, authorId, leadId, sealedBody } of notes) {
      const place = { table: "notes", rowId: id, home: { leadId: leadId ?? 0 }, authorId } as const;
      expect(["one", "two", "three", "meanwhile"]).toContain(openAtRest(after, place, sealedBody));
    }
  });

  it("keeps the old key for what does not open, and says which rows these are", async () => {
    const { db } = await openTestDatabase();
    const desk = await buildDesk(db);
    const file = fileForTest();
    const keys = openNoteKeyring(file, fromSecret);
    await addNote(db, keys, desk, "whole");
    const id = await addNote(db, keys, desk, "copied");
    const elsewhere = { table: "notes", rowId: 999, authorId: desk.kim.userId } as const;
    await setSealed(db, "notes", { id, sealed: sealAtRest(keys, elsewhere, "copied") });
    expect(await rotateNoteKeys(partsFor(db, file))).toMatchObject({
      rows: 1,
      unopened: [{ table: "notes", rowId: id }],
    });
    expect(readNoteKeyFile(file, fromSecret).map((key) => key.id)).toEqual(["1", "2"]);
    await db.deleteFrom("notes").where("id", "=", id).execute();
    expect(await rotateNoteKeys(partsFor(db, file))).toMatchObject({ wentOn: true, unopened: [] });
    expect(readNoteKeyFile(file, fromSecret).map((key) => key.id)).toEqual(["2"]);
  });

  it("makes one key when two run at once, and none under a wrong secret", async () => {
    const { db, url } = await openTestDatabase();
    const desk = await buildDesk(db);
    const file = fileForTest();
    await addNote(db, openNoteKeyring(file, fromSecret), desk, "one");
    const second = connectAgain(db, url);
    const both = await Promise.all([
      rotateNoteKeys(partsFor(db, file)),
      rotateNoteKeys(partsFor(second, file)),
    ]);
    const kept = readNoteKeyFile(file, fromSecret);
    expect(kept).toHaveLength(1);
    expect(both.map(({ keyId }) => Number(keyId))).toContain(Number(kept[0].id));
    expect([...(await countSealedByKey(db)).keys()]).toEqual([kept[0].id]);

    const text = readFileSync(file, "utf8");
    rmSync(file);
    await expect(rotateNoteKeys(partsFor(db, file))).rejects.toThrow("Put the former file back");
    expect(text).toContain(kept[0].id);
  });

  it("knows every sealed column of the schema", async () => {
    const { db } = await openTestDatabase();
    const tables = await db.introspection.getTables();
    const inSchema = tables.flatMap(({ name, columns }) =>
      columns.filter((column) => column.name.startsWith("sealed")).map((c) => `${name}.${c.name}`),
    );
    const listed = sealedColumnNames.map((name) => {
      const { table, column } = sealedColumns[name];
      return `${table}.${column}`;
    });
    // Sealed to its owner's browsers, whose keys no server has; and under the secret's own key for codes.
    const others = ["receivedNotes.sealed", "secondFactors.sealedKey"];
    expect([...listed, ...others].sort()).toEqual(inSchema.sort());
  });
});
