// The audit chain as it is read from its beginning: rows and signatures in portions, by their place.
import type { AuditRow } from "@studydesk/domain/audit/audit-export";
import type { AuditHead, AuditKey } from "@studydesk/domain/audit/audit-head";
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import type { Row } from "../schema";

const selectRows = compileOnce<{ after: number; upTo: number; limit: number }>()((db, { one }) =>
  db
    .selectFrom("audit")
    .selectAll()
    .where("sequence", ">", one("after"))
    .where("sequence", "<=", one("upTo"))
    .orderBy("sequence")
    .limit(one("limit")),
);

const selectHeads = compileOnce<{ after: number; upTo: number }>()((db, { one }) =>
  db
    .selectFrom("auditHeads")
    .select(["sequence", "sha256", "keyId", "signature"])
    .where("sequence", ">", one("after"))
    .where("sequence", "<=", one("upTo"))
    .orderBy("sequence"),
);

export interface StoredAuditRow extends AuditRow {
  /** False: the details are no JSON, or not as they are written here. */
  isReadable: boolean;
}

/** Oldest first. */
export async function listAuditRows(
  db: Db,
  page: { after: number; upTo: number; limit: number },
): Promise<StoredAuditRow[]> {
  return (await selectRows(db, page)).map(toStoredRow);
}

/** Under rows of this stretch, oldest first. */
export function listAuditHeads(
  db: Db,
  stretch: { after: number; upTo: number },
): Promise<AuditHead[]> {
  return selectHeads(db, stretch);
}

export async function listAuditKeys(db: Db): Promise<AuditKey[]> {
  return db.selectFrom("auditKeys").select(["id", "publicKey"]).orderBy("addedAt").execute();
}

export function findNewestHead(db: Db): Promise<AuditHead | undefined> {
  return db
    .selectFrom("auditHeads")
    .select(["sequence", "sha256", "keyId", "signature"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function toStoredRow({ details: text, ...row }: Row<"audit">): StoredAuditRow {
  try {
    const details: AuditRow["details"] = JSON.parse(text);
    return { ...row, details, isReadable: JSON.stringify(details) === text };
  } catch {
    return { ...row, details: {}, isReadable: false };
  }
}

/** The signatures that are kept under these reviews. */
export async function listSignaturesOf(
  db: Db,
  reviewIds: readonly number[],
): Promise<Row<"signatures">[]> {
  if (reviewIds.length === 0) return [];
  return db.selectFrom("signatures").selectAll().where("reviewId", "in", reviewIds).execute();
}

export async function countSignatures(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("signatures")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
