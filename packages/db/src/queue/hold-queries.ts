// Leads that are in front of somebody. One row per lead, taken by one statement, so that two who ask at the
// same instant get different leads, also from two servers. A hold that is not renewed ends by itself.
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { LeadExpressions } from "../leads/lead-filters";
import { clocksApartMs } from "../leases";
import type { Db } from "../open-database";
import type { Schema } from "../schema";
import { isWithin } from "../sites/is-within";

/** One tab of one person. */
export interface Screen {
  userId: string;
  screenId: string;
}

export interface Hold extends Screen {
  leadId: number;
  sessionId: string;
  /** ISO-8601 UTC, both. */
  now: string;
  until: string;
}

/** Takes the lead, or makes one's own hold last longer; false while it is held elsewhere. */
export async function takeHold(
  db: Db,
  { leadId, userId, sessionId, screenId, now, until }: Hold,
): Promise<boolean> {
  const row = await db
    .insertInto("leadHolds")
    .values({ leadId, userId, sessionId, screenId, since: now, until })
    .onConflict((oc) =>
      oc
        .column("leadId")
        .doUpdateSet((eb) => ({
          userId,
          sessionId,
          screenId,
          until,
          since: eb
            .case()
            .when(
              eb.and([
                eb("leadHolds.userId", "=", userId),
                eb("leadHolds.screenId", "=", screenId),
                eb("leadHolds.until", ">", now),
              ]),
            )
            .then(eb.ref("leadHolds.since"))
            .else(now)
            .end(),
        }))
        .where((eb) =>
          eb.or([
            eb("leadHolds.until", "<=", now),
            eb.and([eb("leadHolds.userId", "=", userId), eb("leadHolds.screenId", "=", screenId)]),
          ]),
        ),
    )
    .returning("leadId")
    .executeTakeFirst();
  return row !== undefined;
}

/** What a screen holds, and until when; ended holds are none. */
export async function listHoldsOf(
  db: Db,
  screen: Screen,
  now: string,
): Promise<{ leadId: number; until: string }[]> {
  return db
    .selectFrom("leadHolds")
    .select(["leadId", "until"])
    .where("userId", "=", screen.userId)
    .where("screenId", "=", screen.screenId)
    .where("until", ">", now)
    .execute();
}

/** The screen lets go of everything but these. */
export async function releaseHolds(
  db: Db,
  screen: Screen,
  exceptLeadIds: readonly number[] = [],
): Promise<void> {
  await db
    .deleteFrom("leadHolds")
    .where("userId", "=", screen.userId)
    .where("screenId", "=", screen.screenId)
    .$if(exceptLeadIds.length > 0, (q) => q.where("leadId", "not in", [...exceptLeadIds]))
    .execute();
}

/** Of a lead that this transaction has just taken. */
export async function releaseHold(trx: Db, leadId: number): Promise<void> {
  await trx.deleteFrom("leadHolds").where("leadId", "=", leadId).execute();
}

/** What the screen holds ends then, if not earlier. */
export async function shortenHolds(db: Db, screen: Screen, until: string): Promise<void> {
  await db
    .updateTable("leadHolds")
    .set({ until })
    .where("userId", "=", screen.userId)
    .where("screenId", "=", screen.screenId)
    .where("until", ">", until)
    .execute();
}

export interface Holder {
  leadId: number;
  userId: string;
  screenId: string;
  name: string;
  since: string;
}

/** In front of whom these leads are. */
export async function listHolders(
  db: Db,
  leadIds: readonly number[],
  now: string,
): Promise<Holder[]> {
  if (leadIds.length === 0) return [];
  return db
    .selectFrom("leadHolds")
    .innerJoin("user", "user.id", "leadHolds.userId")
    .select([
      "leadHolds.leadId",
      "leadHolds.userId",
      "leadHolds.screenId",
      "user.name",
      "leadHolds.since",
    ])
    .where("leadHolds.leadId", "in", [...leadIds])
    .where("leadHolds.until", ">", now)
    .execute();
}

/** How many leads of these sites that this desk might get are in front of others. */
export async function countHeldElsewhere(
  db: Db,
  siteIds: readonly number[],
  screen: Screen,
  now: string,
): Promise<number> {
  const { count } = await db
    .selectFrom("leadHolds")
    .innerJoin("leads", "leads.id", "leadHolds.leadId")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where(isWithin("leads.siteId", siteIds))
    .where("leadHolds.until", ">", now)
    .where((eb) => eb.not(isOfScreen(eb, screen)))
    .where((eb) =>
      eb.or([eb("leads.ownerId", "is", null), eb("leads.ownerId", "=", screen.userId)]),
    )
    .executeTakeFirstOrThrow();
  return count;
}

export async function deleteHoldsOfSession(db: Db, sessionId: string): Promise<void> {
  await db.deleteFrom("leadHolds").where("sessionId", "=", sessionId).execute();
}

/** Says how many leads are free for others now. */
export async function deleteHoldsOf(trx: Db, userId: string): Promise<number> {
  const result = await trx.deleteFrom("leadHolds").where("userId", "=", userId).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Also what was begun while a clock stood far ahead. */
export async function deleteEndedHolds(db: Db, at: Date): Promise<void> {
  const ahead = new Date(at.getTime() + clocksApartMs).toISOString();
  await db
    .deleteFrom("leadHolds")
    .where((eb) => eb.or([eb("until", "<=", at.toISOString()), eb("since", ">", ahead)]))
    .execute();
}

function isOfScreen(
  eb: ExpressionBuilder<Schema, "leadHolds">,
  { userId, screenId }: Screen,
): Expression<SqlBool> {
  return eb.and([eb("leadHolds.userId", "=", userId), eb("leadHolds.screenId", "=", screenId)]);
}

export function isHeldElsewhere(
  eb: LeadExpressions,
  screen: Screen,
  now: string,
): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom("leadHolds")
      .select("leadHolds.leadId")
      .whereRef("leadHolds.leadId", "=", "leads.id")
      .where("leadHolds.until", ">", now)
      .where((hold) => hold.not(isOfScreen(hold, screen))),
  );
}
