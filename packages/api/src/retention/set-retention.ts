// Sets how long a study site keeps people. After each change whoever is due has to be told of anew.
import { inTransaction } from "@studydesk/db/open-database";
import { dropNotices } from "@studydesk/db/retention/notice-queries";
import { findRule, saveRule } from "@studydesk/db/retention/rule-queries";
import { staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { SetRetentionInput } from "@studydesk/domain/retention/retention-rule";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { getStudySiteToManage } from "./get-study-site";

/** Throws not_found, forbidden, conflict. */
export async function setRetention(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { expectedVersion, ...rule }: SetRetentionInput,
): Promise<void> {
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    const studySite = await getStudySiteToManage(trx, viewer, rule.studySiteId);
    const before = await findRule(trx, studySite.id);
    const saved = { ...rule, changedAt: at, changedBy: viewer.userId };
    if (!(await saveRule(trx, saved, expectedVersion))) {
      throw staleVersion("retention clock", before?.version ?? 0);
    }
    await dropNotices(trx, studySite.id);
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "study_site.retention_changed",
      subject: "study",
      subjectId: String(studySite.studyId),
      siteId: studySite.siteId,
      details: {
        studySiteId: studySite.id,
        closedFrom: before?.closedMonths ?? null,
        closedTo: rule.closedMonths,
        consentedFrom: before?.consentedMonths ?? null,
        consentedTo: rule.consentedMonths,
        recordsFrom: before?.recordsKeptUntil ?? null,
        recordsTo: rule.recordsKeptUntil,
      },
    });
  });
  deps.live.announce();
}
