// The retention clock of each study site. A study site without a row has none.
import { noRule, type RetentionRule } from "@studydesk/domain/retention/retention-rule";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type StoredRule = Row<"retentionRules">;

export async function findRule(db: Db, studySiteId: number): Promise<StoredRule | undefined> {
  return db
    .selectFrom("retentionRules")
    .selectAll()
    .where("studySiteId", "=", studySiteId)
    .executeTakeFirst();
}

/** Of the study at the lead's site. */
export async function findRuleOfLead(
  db: Db,
  lead: { studyId: number; siteId: number },
): Promise<RetentionRule> {
  const row = await db
    .selectFrom("retentionRules")
    .innerJoin("studySites", "studySites.id", "retentionRules.studySiteId")
    .select(["closedMonths", "consentedMonths", "recordsKeptUntil"])
    .where("studySites.studyId", "=", lead.studyId)
    .where("studySites.siteId", "=", lead.siteId)
    .executeTakeFirst();
  return row ?? noRule;
}

/** False: somebody saved in between. Version 0 stands for no rule. */
export async function saveRule(
  trx: Db,
  rule: RetentionRule & { studySiteId: number; changedAt: string; changedBy: string },
  expectedVersion: number,
): Promise<boolean> {
  const { studySiteId, ...values } = rule;
  if (expectedVersion === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("retentionRules")
      .values({ ...rule, lookedAt: null })
      .onConflict((oc) => oc.column("studySiteId").doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await trx
    .updateTable("retentionRules")
    .set({ ...values, version: expectedVersion + 1 })
    .where("studySiteId", "=", studySiteId)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Clocks that are on. */
export async function listRunningRules(db: Db): Promise<StoredRule[]> {
  return db
    .selectFrom("retentionRules")
    .selectAll()
    .where((eb) =>
      eb.or([eb("closedMonths", "is not", null), eb("consentedMonths", "is not", null)]),
    )
    .orderBy("studySiteId")
    .execute();
}

/** False: another server looked meanwhile. */
export async function setLookedAt(
  trx: Db,
  { studySiteId, lookedAt }: Pick<StoredRule, "studySiteId" | "lookedAt">,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("retentionRules")
    .set({ lookedAt: at })
    .where("studySiteId", "=", studySiteId)
    .where("lookedAt", lookedAt === null ? "is" : "=", lookedAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
