// One bit of the file flips, in a row of the audit trail or in a sealed note: the trail's check finds each, and
// no note opens as if it were whole.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { buildAuditTrail } from "@studydesk/api/testing/build-audit";
import { buildCaller } from "@studydesk/api/testing/build-caller";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { requireSound } from "@studydesk/db/backups/require-sound";
import { type Db, openDatabase } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { sized, tell } from "./support/figures";

const flipsEach = sized(60, 10_000);

/** Where the bytes of one stored value lie in the file. */
interface Place {
  from: number;
  bytes: number;
}

it("of which one bit flips, is found in each audit row and in each sealed note", {
  timeout: sized(240_000, 3_600_000),
}, async () => {
  const { db, url } = await openTestSqlite();
  await buildAuditTrail(db, 12);
  const { id: siteId } = await buildSite(db);
  const kim = await buildPerson(db, { role: "coordinator", siteId });
  const { id: leadId } = await buildLead(db, { siteId });
  const { notes } = buildCaller(buildDeps(db), kim);
  for (let written = 0; written < 8; written += 1) {
    await notes.write({
      home: { leadId },
      body: `Note ${written}, for nobody else.`,
      tags: ["own"],
    });
  }
  const sealed = await db.selectFrom("notes").select(["sealedBody", "sealedTags"]).execute();
  const rows = await db.selectFrom("audit").selectAll().where("actorId", "=", "kim").execute();
  // The whole of it into the one file.
  await db.destroy();

  const readNotes = async (opened: Db) => {
    await buildCaller(buildDeps(opened), kim).notes.list({ leadId });
  };
  expect(await isNoticed(url, verifyDatabase)).toBe(false);
  expect(await isNoticed(url, readNotes)).toBe(false);

  const file = readFileSync(url);
  const inNotes = sealed
    .flatMap(({ sealedBody, sealedTags }) => [sealedBody, sealedTags ?? ""])
    .map((text) => placeOf(file, text));
  const inAudit = rows.map(({ at, actorId, action, subject, subjectId }) =>
    placeOf(file, [at, actorId, action, subject, subjectId].join("")),
  );
  const missed = {
    audit: await flip(url, inAudit, verifyDatabase),
    notes: await flip(url, inNotes, readNotes),
  };
  expect(missed).toEqual({ audit: 0, notes: 0 });
  tell("damaged file", {
    "bits flipped in audit rows": flipsEach,
    "not found": missed.audit,
    "bits flipped in sealed notes": flipsEach,
    "opened all the same": missed.notes,
  });
});

/** Columns lie in a row as they are declared. */
function placeOf(file: Buffer, text: string): Place {
  const from = file.indexOf(text);
  if (from === -1) throw new Error("It does not lie in the file as it was thought to.");
  return { from, bytes: Buffer.byteLength(text) };
}

/** Says how many flips went unnoticed. */
async function flip(
  url: string,
  places: readonly Place[],
  look: (db: Db) => Promise<unknown>,
): Promise<number> {
  const bytes = readFileSync(url);
  let missed = 0;
  for (let flipped = 0; flipped < flipsEach; flipped += 1) {
    const { from, bytes: length } = pick(places);
    const at = from + Math.floor(Math.random() * length);
    const before = bytes.readUInt8(at);
    write(url, at, before ^ (1 << Math.floor(Math.random() * 8)));
    if (!(await isNoticed(url, look))) missed += 1;
    write(url, at, before);
  }
  return missed;
}

function pick(places: readonly Place[]): Place {
  const place = places[Math.floor(Math.random() * places.length)];
  if (!place) throw new Error("There is nothing to flip.");
  return place;
}

function write(file: string, at: number, byte: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.of(byte), 0, 1, at);
  closeSync(handle);
}

/** As a server starts, and as somebody looks. */
async function isNoticed(url: string, look: (db: Db) => Promise<unknown>): Promise<boolean> {
  const db = openDatabase(url);
  try {
    await requireSound(db);
    await look(db);
    return false;
  } catch {
    return true;
  } finally {
    await db.destroy();
  }
}
