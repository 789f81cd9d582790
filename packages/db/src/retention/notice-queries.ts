// Whom Home tells of before a study site's clock erases them.
import { inStatements } from "../in-statements";
import type { Db } from "../open-database";

/** Exactly these leads are told of from now on; those that were told of before keep their days. */
export async function saveNotices(
  trx: Db,
  studySiteId: number,
  leadIds: readonly number[],
): Promise<void> {
  const rows = await trx
    .selectFrom("retentionNotices")
    .select("leadId")
    .where("studySiteId", "=", studySiteId)
    .execute();
  const before = new Set(rows.map(({ leadId }) => leadId));
  const wanted = new Set(leadIds);
  const over = [...before].filter((id) => !wanted.has(id));
  for (const some of inStatements(over)) {
    await trx.deleteFrom("retentionNotices").where("leadId", "in", some).execute();
  }
  const begun = leadIds.filter((id) => !before.has(id));
  for (const some of inStatements(begun)) {
    await trx
      .insertInto("retentionNotices")
      .values(some.map((leadId) => ({ leadId, studySiteId })))
      .onConflict((oc) => oc.column("leadId").doNothing())
      .execute();
  }
}

export async function countDayTold(trx: Db, studySiteId: number): Promise<void> {
  await trx
    .updateTable("retentionNotices")
    .set((eb) => ({ daysTold: eb("daysTold", "+", 1) }))
    .where("studySiteId", "=", studySiteId)
    .execute();
}

/** Whoever was told of has to be told of anew. */
export async function dropNotices(trx: Db, studySiteId: number): Promise<void> {
  await trx.deleteFrom("retentionNotices").where("studySiteId", "=", studySiteId).execute();
}
