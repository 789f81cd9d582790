// The leads of a job, as they were when it began, and what became of each. An item changes its state in
// the transaction that changes the lead: whatever ends the program, none is done twice.
import type { LeadFilters } from "@studydesk/domain/leads/lead-filters";
import { expressionBuilder, type SelectQueryBuilder, sql } from "kysely";
import { engineOf, isAmong } from "../dialect";
import { inStatements } from "../in-statements";
import { filterConditions, type LeadReader, sitesAskedFor } from "../leads/lead-filters";
import { leadOrders } from "../leads/lead-orders";
import { findLeadsBySearch, isFound } from "../leads/lead-search";
import type { Db } from "../open-database";
import type { Schema } from "../schema";
import { isWithin } from "../sites/is-within";

type Leads = SelectQueryBuilder<Schema, "leads", object>;

interface LeadsAskedFor extends LeadReader {
  filters: LeadFilters;
  /** On which leads the reader's own notes hold the text that is searched. */
  notedLeadIds?: readonly number[];
}

async function selectMatching(db: Db, asked: LeadsAskedFor): Promise<Leads> {
  const { filters, notedLeadIds, sites } = asked;
  const found = filters.search
    ? await findLeadsBySearch(db, filters.search, notedLeadIds)
    : undefined;
  const siteIds = sitesAskedFor(filters, sites).map(({ siteId }) => siteId);
  const conditions = filterConditions(
    expressionBuilder<Schema, "leads">(),
    filters,
    asked,
    leadOrders.arrived.within,
  );
  return db
    .selectFrom("leads")
    .where(isWithin("leads.siteId", siteIds))
    .where((eb) => eb.and([...conditions, ...(found ? [isFound(db, found)] : [])]));
}

/** All that match now but those taken out by hand, whatever page they would stand on; gives how many. */
export async function addMatchingItems(
  trx: Db,
  jobId: number,
  { exceptIds, ...asked }: LeadsAskedFor & { exceptIds: readonly number[] },
): Promise<number> {
  const added = await addItems(trx, jobId, await selectMatching(trx, asked), 0);
  let left = 0;
  for (const ids of inStatements(exceptIds)) {
    const { numDeletedRows } = await trx
      .deleteFrom("bulkItems")
      .where("jobId", "=", jobId)
      .where("leadId", "in", ids)
      .executeTakeFirst();
    left += Number(numDeletedRows);
  }
  return added - left;
}

/** How many of these leads match. */
export async function countAmong(
  db: Db,
  leadIds: readonly number[],
  asked: LeadsAskedFor,
): Promise<number> {
  // In one statement: what is searched would be found anew for each portion.
  const { count } = await (await selectMatching(db, asked))
    .where(isAmong(db, "leads.id", [...new Set(leadIds)]))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Those of these leads that are of the sites; gives how many. */
export async function addPickedItems(
  trx: Db,
  jobId: number,
  leadIds: readonly number[],
  siteIds: readonly number[],
): Promise<number> {
  let added = 0;
  for (const ids of inStatements([...new Set(leadIds)])) {
    const picked = trx
      .selectFrom("leads")
      .where("id", "in", ids)
      .where(isWithin("leads.siteId", siteIds));
    added += await addItems(trx, jobId, picked, added);
  }
  return added;
}

async function addItems(trx: Db, jobId: number, leads: Leads, after: number): Promise<number> {
  const result = await trx
    .insertInto("bulkItems")
    .columns(["jobId", "position", "leadId", "state"])
    .expression(
      leads.select([
        sql<number>`cast(${jobId} as integer)`.as("jobId"),
        sql<number>`cast(${after} as integer) + row_number() over (order by leads.id)`.as(
          "position",
        ),
        "leads.id as leadId",
        sql<"waiting">`'waiting'`.as("state"),
      ]),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** The leads that a job changed, and that were not taken back yet; gives how many. */
export async function addItemsToUndo(trx: Db, jobId: number, undoes: number): Promise<number> {
  const result = await trx
    .insertInto("bulkItems")
    .columns(["jobId", "position", "leadId", "state"])
    .expression((eb) =>
      eb
        .selectFrom("bulkItems as made")
        .select([
          sql<number>`cast(${jobId} as integer)`.as("jobId"),
          "made.position",
          "made.leadId",
          sql<"waiting">`'waiting'`.as("state"),
        ])
        .where("made.jobId", "=", undoes)
        .where("made.changeId", "is not", null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("leadChanges")
                .select("leadChanges.id")
                .whereRef("leadChanges.undoes", "=", "made.changeId"),
            ),
          ),
        ),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

export interface ItemToDo {
  position: number;
  leadId: number;
  siteId: number;
}

/** The next in the order of the work. */
export async function listItemsToDo(trx: Db, jobId: number, limit: number): Promise<ItemToDo[]> {
  return (
    trx
      .selectFrom("bulkItems")
      .innerJoin("leads", "leads.id", "bulkItems.leadId")
      .select(["bulkItems.position", "bulkItems.leadId", "leads.siteId"])
      .where("bulkItems.jobId", "=", jobId)
      .where("bulkItems.state", "=", "waiting")
      .orderBy("bulkItems.position")
      .limit(limit)
      // Whoever changes one of these leads by hand is waited for before anything of the chunk is written;
      // who only points to one (a note, another job's list) need not wait in turn.
      .$if(engineOf(trx) === "postgres", (q) => q.forNoKeyUpdate("leads"))
      .execute()
  );
}

/** What a job changed of a lead; undefined: nothing. */
export async function findItemChange(
  db: Db,
  jobId: number,
  leadId: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom("bulkItems")
    .select("changeId")
    .where("jobId", "=", jobId)
    .where("leadId", "=", leadId)
    .executeTakeFirst();
  return row?.changeId ?? undefined;
}

export type ItemOutcome =
  | { state: "done"; changeId: number | null; refusal: string | null }
  | { state: "refused"; changeId: null; refusal: string };

export async function setItem(
  trx: Db,
  jobId: number,
  position: number,
  outcome: ItemOutcome,
): Promise<void> {
  await trx
    .updateTable("bulkItems")
    .set(outcome)
    .where("jobId", "=", jobId)
    .where("position", "=", position)
    .execute();
}

export interface Refusal {
  position: number;
  leadId: number;
  firstName: string;
  lastName: string;
  erasedAt: string | null;
  /** False: some of it was done. */
  isWhole: boolean;
  sentence: string;
}

/** What stayed as it was, wholly or in part, in the order of the work. */
export async function listRefusals(
  db: Db,
  jobId: number,
  siteIds: readonly number[],
  page: { after: number; limit: number },
): Promise<Refusal[]> {
  const rows = await db
    .selectFrom("bulkItems")
    .innerJoin("leads", "leads.id", "bulkItems.leadId")
    .select([
      ...(["bulkItems.position", "bulkItems.leadId", "bulkItems.state"] as const),
      ...(["bulkItems.refusal", "leads.firstName", "leads.lastName", "leads.erasedAt"] as const),
    ])
    .where("bulkItems.jobId", "=", jobId)
    .where("bulkItems.refusal", "is not", null)
    .where("bulkItems.position", ">", page.after)
    .where(isWithin("leads.siteId", siteIds))
    .orderBy("bulkItems.position")
    .limit(page.limit)
    .execute();
  return rows.map(({ state, refusal, ...row }) => ({
    ...row,
    isWhole: state === "refused",
    sentence: refusal ?? "",
  }));
}
