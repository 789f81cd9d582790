import { createHash } from "node:crypto";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { spoilAudit } from "@studydesk/db/testing/spoil-audit";
import { auditFileText, writeAuditLine } from "@studydesk/domain/audit/audit-export";
import { DomainError } from "@studydesk/domain/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAuditTrail, madeUpEntry } from "../testing/build-audit";
import { buildDeps } from "../testing/build-deps";
import { ChainBroken } from "./check-chain";
import { createAuditSigner } from "./create-audit-signer";
import { exportAudit, exportWholeAudit } from "./export-audit";
import { verifyAuditFile } from "./verify-file";

async function build() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  await buildAuditTrail(db, 3);
  setAuditSigner(db, createAuditSigner(deps.keys.audit));
  return { db, deps, file: await readWhole(await exportWholeAudit(deps, "owner")) };
}

async function readWhole(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const piece of pieces) read.push(Buffer.from(piece));
  return Buffer.concat(read);
}

async function* inPieces(bytes: Buffer, size = 1_000) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function problemOf(bytes: Buffer, anchors?: ReadonlyMap<number, string>): Promise<string> {
  try {
    await verifyAuditFile(inPieces(bytes), anchors ? { anchors } : {});
    return "holds";
  } catch (error) {
    if (error instanceof ChainBroken) return `${error.problem} ${error.sequence}`;
    throw error;
  }
}

describe("verifyAuditFile", () => {
  it("holds what was taken out against nothing but itself, read in pieces of any size", async () => {
    const { file } = await build();
    for (const size of [1, 7, 100_000]) {
      expect(await verifyAuditFile(inPieces(file, size))).toMatchObject({
        ...{ sequence: 7, heads: 4, signedUpTo: 7 },
      });
    }
    expect(file.toString("utf8")).toContain('"action":"audit.exported"');
  });

  it("takes no key at the file's end that no row brought in", async () => {
    const { file } = await build();
    const lines = file.toString("utf8").split("\n").slice(0, -2);
    const stranger = createAuditSigner(Buffer.alloc(32, 5));
    const { keyId, publicKey } = stranger;
    const key = writeAuditLine({ key: { id: keyId, publicKey } });
    const heads = lines.filter((line) => line.startsWith('{"head"')).length;
    const body = `${lines.toSpliced(1, 0, key).join("\n")}\n`;
    const sha256 = createHash("sha256").update(body).digest("hex");
    const signature = stranger.sign(auditFileText(sha256));
    const end = writeAuditLine({ end: { rows: 7, heads, sha256, keyId, signature } });
    expect(await problemOf(Buffer.from(`${body}${end}\n`))).toBe("file_forged 7");
  });

  it("finds every byte that changes, every cut and every line that is moved, doubled or gone", async () => {
    const { file } = await build();
    const lines = file.toString("utf8").split("\n").slice(0, -1);
    const joined = (changed: string[]) => Buffer.from(`${changed.join("\n")}\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(file);
          changed[at] = (changed[at] ?? 0) ^ by;
          expect(await problemOf(changed)).not.toBe("holds");
        },
      ),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (length) => {
        expect(await problemOf(file.subarray(0, length))).not.toBe("holds");
      }),
      { numRuns: 100 },
    );
    for (const index of lines.keys()) {
      const [line = "", next = ""] = lines.slice(index, index + 2);
      expect(await problemOf(joined(lines.toSpliced(index, 1)))).not.toBe("holds");
      expect(await problemOf(joined(lines.toSpliced(index, 0, line)))).not.toBe("holds");
      if (next === "") continue;
      expect(await problemOf(joined(lines.toSpliced(index, 2, next, line)))).not.toBe("holds");
    }
  });

  it("names the first row that does not hold", async () => {
    const { file } = await build();
    const text = file.toString("utf8");
    const say = (changed: string) => problemOf(Buffer.from(changed));
    expect(await say(text.replace('"subjectId":"101"', '"subjectId":"999"'))).toBe("altered 3");
    expect(await say(text.replace('{"row":{"sequence":4', '{"row":{"sequence": 4'))).toBe(
      "not_readable 4",
    );
    const lines = text.split("\n");
    const isRow = (line: string) => line.startsWith('{"row":{"sequence":6');
    expect(await say(lines.filter((line) => !isRow(line)).join("\n"))).toMatch(/ [56]$/);
    expect(await say(lines.slice(0, 8).join("\n"))).toMatch(/^cut /);
    expect(await say("A text.\n")).toBe("not_readable 1");
    expect(await say("")).toBe("not_readable 1");
  });

  it("tells a file that somebody else put together, and a whole chain written anew by what was kept outside", async () => {
    const { db, deps, file } = await build();
    const anchors = new Map([[3, "a".repeat(64)]]);
    expect(await problemOf(file, anchors)).toBe("anchor_other 3");
    expect(await problemOf(file, new Map([[99, "a".repeat(64)]]))).toBe("anchor_missing 8");
    const [header = "", ...rest] = file.toString("utf8").split("\n");
    const later = header.replace(/"exportedAt":"\d+/, '"exportedAt":"2027');
    expect(await problemOf(Buffer.from([later, ...rest].join("\n")))).toBe("file_altered 7");
    // A row edited in the database goes out as it stands, and is found by whoever checks the file.
    await spoilAudit(db, "update audit set action = 'lead.opened' where sequence = 2");
    expect(await problemOf(await readWhole(await exportWholeAudit(deps, null)))).toBe("altered 2");
  });
});

describe("exportAudit", () => {
  it("gives the owner all of it, admins the rows of their sites without a claim, and nobody else anything", async () => {
    const { db, deps } = await build();
    const { id: siteId } = await buildSite(db);
    await inTransaction(db, (trx) => addAudit(trx, { ...madeUpEntry(7, 0), siteId }));
    const owner = await buildPerson(db, { isOwner: true });
    const admin = await buildPerson(db, { role: "admin", siteId });
    const whole = await exportAudit(deps, owner, {});
    expect(await problemOf(await readWhole(whole.pieces))).toBe("holds");
    const some = await exportAudit(deps, admin, {});
    const excerpt = await readWhole(some.pieces);
    expect(await problemOf(excerpt)).toBe("excerpt 1");
    const rows = excerpt.toString("utf8").trim().split("\n").slice(1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(JSON.parse(row).row.siteId).toBe(siteId);
    const coordinator = await buildPerson(db, { role: "coordinator", siteId });
    await expect(exportAudit(deps, coordinator, {})).rejects.toThrow(DomainError);
    const said = await exportRows(db);
    expect(said).toEqual([
      ["owner", '{"isExcerpt":false}'],
      [owner.userId, '{"isExcerpt":false}'],
      [admin.userId, '{"isExcerpt":true}'],
    ]);
  });

  it("spells a line in one way alone", () => {
    const line = { key: { id: "a", publicKey: "AA==" } };
    expect(writeAuditLine(line)).toBe('{"key":{"id":"a","publicKey":"AA=="}}');
  });
});

async function exportRows(db: Db) {
  const rows = await db
    .selectFrom("audit")
    .select(["actorId", "details"])
    .where("action", "=", "audit.exported")
    .orderBy("sequence")
    .execute();
  return rows.map(({ actorId, details }) => [actorId, details]);
}
