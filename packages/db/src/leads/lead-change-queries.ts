// What each saved change of a lead wrote over. It serves two things: taking a change back, and knowing
// which columns somebody else wrote since a lead was looked at.
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import type { LeadChanges } from "./lead-queries";
import type { LeadRecord } from "./lead-record";

/** Where a change comes from, besides one person's hand on one lead. */
export interface LeadChangeOrigin {
  /** Changes made in one go carry the same name. */
  batch?: string | undefined;
  /** The contact attempt that was logged with it. */
  attemptId?: number | undefined;
  /** The change that this one takes back. */
  undoes?: number | undefined;
}

const insertChange = compileOnce<{
  leadId: number;
  version: number;
  at: string;
  byUserId: string | null;
  batch: string | null;
  attemptId: number | null;
  undoes: number | null;
  before: string;
  after: string;
}>()((db, { one }) =>
  db
    .insertInto("leadChanges")
    .values({
      leadId: one("leadId"),
      version: one("version"),
      at: one("at"),
      byUserId: one("byUserId"),
      batch: one("batch"),
      attemptId: one("attemptId"),
      undoes: one("undoes"),
      before: one("before"),
      after: one("after"),
    })
    .returning("id"),
);

/** Call it with the lead as it was read before the save; gives the change's id. */
export async function addLeadChange(
  trx: Db,
  lead: LeadRecord,
  changes: LeadChanges,
  { at, byUserId, ...origin }: LeadChangeOrigin & { at: string; byUserId: string | null },
): Promise<number> {
  const columns = Object.keys(changes);
  const before = Object.fromEntries(
    Object.entries(lead).filter(([column]) => columns.includes(column)),
  );
  const [added] = await insertChange(trx, {
    leadId: lead.id,
    version: lead.version + 1,
    at,
    byUserId,
    batch: origin.batch ?? null,
    attemptId: origin.attemptId ?? null,
    undoes: origin.undoes ?? null,
    before: JSON.stringify(before),
    after: JSON.stringify(changes),
  });
  if (!added) throw new Error("The change was not kept.");
  return added.id;
}

/** Undefined: the steps in between are not all known any more, so anything may have been written. */
export async function listColumnsChangedSince(
  db: Db,
  lead: Pick<LeadRecord, "id" | "version">,
  version: number,
): Promise<ReadonlySet<string> | undefined> {
  const steps = await db
    .selectFrom("leadChanges")
    .select("after")
    .where("leadId", "=", lead.id)
    .where("version", ">", version)
    .where("version", "<=", lead.version)
    .execute();
  if (steps.length !== lead.version - version) return undefined;
  return new Set(steps.flatMap(({ after }) => Object.keys(JSON.parse(after))));
}

export interface ColumnsWritten {
  version: number;
  at: string;
  byUserId: string | null;
  byName: string | null;
  columns: string[];
}

/** Which columns were written after that version, by whom; oldest first, the newest 50. */
export async function listColumnsWritten(
  db: Db,
  leadId: number,
  version: number,
): Promise<ColumnsWritten[]> {
  const rows = await db
    .selectFrom("leadChanges")
    .leftJoin("user", "user.id", "leadChanges.byUserId")
    .select([
      "leadChanges.version",
      "leadChanges.at",
      "leadChanges.byUserId",
      "user.name as byName",
      "leadChanges.after",
    ])
    .where("leadChanges.leadId", "=", leadId)
    .where("leadChanges.version", ">", version)
    .orderBy("leadChanges.version", "desc")
    .limit(50)
    .execute();
  return rows
    .toReversed()
    .map(({ after, ...row }) => ({ ...row, columns: Object.keys(JSON.parse(after)) }));
}

/** A saved change, as it is taken back. */
export interface LeadChangeEntry {
  id: number;
  leadId: number;
  version: number;
  at: string;
  byUserId: string | null;
  attemptId: number | null;
  undoes: number | null;
  before: LeadChanges;
  after: LeadChanges;
}

function selectLeadChanges(db: Db) {
  return db
    .selectFrom("leadChanges")
    .select([
      ...(["id", "leadId", "version", "at", "byUserId"] as const),
      ...(["attemptId", "undoes", "before", "after"] as const),
    ]);
}

function toLeadChangeEntry(
  row: Omit<LeadChangeEntry, "before" | "after"> & { before: string; after: string },
): LeadChangeEntry {
  return { ...row, before: JSON.parse(row.before), after: JSON.parse(row.after) };
}

export async function findLeadChange(db: Db, id: number): Promise<LeadChangeEntry | undefined> {
  const row = await selectLeadChanges(db).where("id", "=", id).executeTakeFirst();
  return row && toLeadChangeEntry(row);
}

/** The lead's changes after a version, oldest first. */
export async function listLeadChangesAfter(
  db: Db,
  leadId: number,
  version: number,
): Promise<LeadChangeEntry[]> {
  const rows = await selectLeadChanges(db)
    .where("leadId", "=", leadId)
    .where("version", ">", version)
    .orderBy("version")
    .execute();
  return rows.map(toLeadChangeEntry);
}

/** Later than this nobody takes a change back. */
export async function deleteLeadChangesBefore(db: Db, at: string): Promise<void> {
  await db.deleteFrom("leadChanges").where("at", "<", at).execute();
}
