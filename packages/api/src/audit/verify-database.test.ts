import { withAuditOrigin } from "@studydesk/db/audit/audit-origin";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { withSavepoint } from "@studydesk/db/savepoint";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { spoilAudit, tryStatements } from "@studydesk/db/testing/spoil-audit";
import { expect, it } from "vitest";
import { buildAuditTrail, madeUpEntry, testSigner } from "../testing/build-audit";
import { ChainBroken } from "./check-chain";
import { createAuditSigner } from "./create-audit-signer";
import { verifyDatabase } from "./verify-database";

async function problemOf(db: Db, anchors?: ReadonlyMap<number, string>) {
  try {
    await verifyDatabase(db, anchors ? { anchors } : {});
    return "holds";
  } catch (error) {
    if (error instanceof ChainBroken) return `${error.problem} ${error.sequence}`;
    throw error;
  }
}

const set = (assignment: string, table = "audit") =>
  `update "${table}" set ${assignment} where sequence = 4`;
const other = createAuditSigner(Buffer.alloc(32, 1));

describeOnEveryEngine("verifyDatabase", (openTestDatabase) => {
  it("finds nothing wrong with a trail as it was written, and says how far it is signed and by whom", async () => {
    const { db } = await openTestDatabase();
    expect(await verifyDatabase(db)).toMatchObject({ sequence: 0, heads: 0, signedUpTo: 0 });
    await buildAuditTrail(db, 4);
    const keys = [{ id: testSigner.keyId, heads: 4 }];
    expect(await verifyDatabase(db)).toMatchObject({ sequence: 7, heads: 4, signedUpTo: 7, keys });
    const heads = await db
      .selectFrom("auditHeads")
      .select("sequence")
      .orderBy("sequence")
      .execute();
    expect(heads.map(({ sequence }) => sequence)).toEqual([2, 4, 5, 7]);
  });

  it.each([
    ["an edited action", "altered 4", set("action = 'lead.opened'")],
    ["an edited time", "altered 4", set("at = '2026-09-01T12:01:00.001Z'")],
    ["another actor", "altered 4", set('"actorId" = null')],
    ["an added network", "altered 4", set("network = '192.0.2.0/24'")],
    ["edited details", "altered 4", set(`details = '{"from":"new"}'`)],
    ["details spelled another way", "not_readable 4", set("details = details || ' '")],
    ["another digest", "altered 4", set(`sha256 = '${"a".repeat(64)}'`)],
    ["another digest before", "not_linked 4", set(`"previousSha256" = '${"a".repeat(64)}'`)],
    ["a forged signature", "signature_forged 4", set("signature = 'AAAA'", "auditHeads")],
    ["a head of another row", "head_altered 4", set(`sha256 = '${"a".repeat(64)}'`, "auditHeads")],
    ["a deleted row", "missing 4", "delete from audit where sequence = 4"],
    [
      "two rows that changed places",
      "not_linked 3",
      "update audit set sequence = 99 where sequence = 3",
      "update audit set sequence = 3 where sequence = 4",
      "update audit set sequence = 4 where sequence = 99",
    ],
    ["a swapped key", "key_altered 1", `update "auditKeys" set "publicKey" = '${other.publicKey}'`],
    [
      "a signature by a key that no row brought in",
      "key_not_announced 4",
      `insert into "auditKeys" values ('${other.keyId}', '${other.publicKey}', '2026')`,
      set(`"keyId" = '${other.keyId}'`, "auditHeads"),
    ],
  ])("finds %s", async (_, found, ...statements) => {
    const { db } = await openTestDatabase();
    await buildAuditTrail(db, 4);
    await spoilAudit(db, ...statements);
    expect(await problemOf(db)).toBe(found);
  });

  it("finds a cut end and a chain written anew by what was kept outside", async () => {
    const { db } = await openTestDatabase();
    await buildAuditTrail(db, 4);
    const { sequence, sha256 } = await verifyDatabase(db);
    const anchors = new Map([[sequence, sha256]]);
    expect(await problemOf(db, anchors)).toBe("holds");
    expect(await problemOf(db, new Map([[5, "a".repeat(64)]]))).toBe("anchor_other 5");
    await spoilAudit(
      db,
      'delete from "auditHeads" where sequence > 5',
      "delete from audit where sequence > 5",
    );
    expect(await problemOf(db)).toBe("holds");
    expect(await problemOf(db, anchors)).toBe("anchor_missing 6");
  });

  it("refuses to change or delete rows, signatures and keys, whoever asks", async () => {
    const { db } = await openTestDatabase();
    await buildAuditTrail(db, 2);
    for (const [table, column] of [
      ["audit", "action"],
      ["auditHeads", "signature"],
      ["auditKeys", "publicKey"],
    ]) {
      for (const statement of [
        `delete from "${table}"`,
        `update "${table}" set "${column}" = ''`,
      ]) {
        await expect(tryStatements(db, statement)).rejects.toThrow("never changed or deleted");
      }
    }
    expect(await problemOf(db)).toBe("holds");
  });

  it("keeps the network in the row where a request came in, and nothing elsewhere", async () => {
    const { db } = await openTestDatabase();
    await withAuditOrigin("192.0.2.0/24", () => buildAuditTrail(db, 1));
    await withAuditOrigin("unknown", () =>
      inTransaction(db, (trx) => addAudit(trx, madeUpEntry(1, 0))),
    );
    await inTransaction(db, (trx) => addAudit(trx, madeUpEntry(2, 0)));
    const rows = await db.selectFrom("audit").select("network").orderBy("sequence").execute();
    expect(rows.map(({ network }) => network)).toEqual([
      "192.0.2.0/24",
      "192.0.2.0/24",
      null,
      null,
    ]);
    expect(await problemOf(db)).toBe("holds");
  });

  it("signs what stays of a transaction of which a part was rolled back", async () => {
    const { db } = await openTestDatabase();
    setAuditSigner(db, testSigner);
    await inTransaction(db, async (trx) => {
      await addAudit(trx, madeUpEntry(0, 0));
      await withSavepoint(trx, async () => {
        await addAudit(trx, madeUpEntry(1, 0));
        throw new Error("not this part");
      }).catch(() => {});
      await addAudit(trx, madeUpEntry(2, 0));
    });
    await inTransaction(db, async (trx) => {
      await withSavepoint(trx, async () => {
        await addAudit(trx, madeUpEntry(3, 0));
        throw new Error("nothing");
      }).catch(() => {});
    });
    expect(await verifyDatabase(db)).toMatchObject({ sequence: 3, heads: 1, signedUpTo: 3 });
  });

  it("leaves rows without a signer unsigned, and covers them with the next signature", async () => {
    const { db } = await openTestDatabase();
    await inTransaction(db, (trx) => addAudit(trx, madeUpEntry(0, 0)));
    expect(await verifyDatabase(db)).toMatchObject({ sequence: 1, signedUpTo: 0 });
    await buildAuditTrail(db, 1);
    expect(await verifyDatabase(db)).toMatchObject({ sequence: 3, signedUpTo: 3 });
  });

  it("brings in its key once more only if the change that did so was not kept", async () => {
    const { db } = await openTestDatabase();
    setAuditSigner(db, testSigner);
    const failing = inTransaction(db, async (trx) => {
      await addAudit(trx, madeUpEntry(0, 0));
      throw new Error("not kept");
    });
    await expect(failing).rejects.toThrow("not kept");
    for (const index of [1, 2])
      await inTransaction(db, (trx) => addAudit(trx, madeUpEntry(index, 0)));
    setAuditSigner(db, testSigner);
    await inTransaction(db, (trx) => addAudit(trx, madeUpEntry(3, 0)));
    const rows = await db.selectFrom("audit").select("action").execute();
    expect(rows.filter(({ action }) => action === "audit.key_added")).toHaveLength(1);
    expect(await problemOf(db)).toBe("holds");
  });
});
