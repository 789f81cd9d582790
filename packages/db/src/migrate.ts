// Brings a database to the newest schema; run at every start. Migrations are listed by hand, so that
// a bundler or another working directory cannot hide one.
import { Migrator } from "kysely/migration";
import { explainFailure } from "./explain-failure";
import * as people from "./migrations/001-people";
import * as sitesAndStudies from "./migrations/002-sites-and-studies";
import * as leads from "./migrations/003-leads";
import * as notesAndShares from "./migrations/004-notes-and-shares";
import * as outboxAuditEvents from "./migrations/005-outbox-audit-events";
import * as studyTexts from "./migrations/006-study-texts";
import * as overviews from "./migrations/007-overviews";
import * as studyRevisions from "./migrations/008-study-revisions";
import * as submissionDetails from "./migrations/009-submission-details";
import * as statusLinks from "./migrations/010-status-links";
import * as subscriptions from "./migrations/011-subscriptions";
import * as visitorShares from "./migrations/012-visitor-shares";
import * as eventsByKind from "./migrations/013-events-by-kind";
import * as leadChanges from "./migrations/014-lead-changes";
import * as leadSearch from "./migrations/015-lead-search";
import * as leadCounters from "./migrations/016-lead-counters";
import * as views from "./migrations/017-views";
import * as bulk from "./migrations/018-bulk";
import * as presence from "./migrations/019-presence";
import * as mailTemplates from "./migrations/020-mail-templates";
import * as reminders from "./migrations/021-reminders";
import * as leadImports from "./migrations/022-lead-imports";
import * as holds from "./migrations/024-holds";
import * as duplicates from "./migrations/025-duplicates";
import * as keyPreferences from "./migrations/026-key-preferences";
import * as criteriaQuestions from "./migrations/027-criteria-questions";
import * as answers from "./migrations/028-answers";
import * as reviews from "./migrations/029-reviews";
import * as milestonesAndVisits from "./migrations/030-milestones-and-visits";
import * as newestAnswers from "./migrations/031-newest-answers";
import * as draftSavers from "./migrations/032-draft-savers";
import * as reports from "./migrations/035-reports";
import * as notesAnywhere from "./migrations/036-notes-anywhere";
import * as sharing from "./migrations/037-sharing";
import * as auditHeads from "./migrations/038-audit-heads";
import * as closedAccounts from "./migrations/039-closed-accounts-and-second-factors";
import * as backups from "./migrations/040-backups";
import * as retention from "./migrations/041-retention";
import * as tellOtherServers from "./migrations/042-tell-other-servers";
import * as auditByGroup from "./migrations/043-audit-by-group";
import * as retentionNotices from "./migrations/045-retention-notices";
import { type Db, withPatience } from "./open-database";

export const migrations = {
  "001-people": people,
  "002-sites-and-studies": sitesAndStudies,
  "003-leads": leads,
  "004-notes-and-shares": notesAndShares,
  "005-outbox-audit-events": outboxAuditEvents,
  "006-study-texts": studyTexts,
  "007-overviews": overviews,
  "008-study-revisions": studyRevisions,
  "009-submission-details": submissionDetails,
  "010-status-links": statusLinks,
  "011-subscriptions": subscriptions,
  "012-visitor-shares": visitorShares,
  "013-events-by-kind": eventsByKind,
  "014-lead-changes": leadChanges,
  "015-lead-search": leadSearch,
  "016-lead-counters": leadCounters,
  "017-views": views,
  "018-bulk": bulk,
  "019-presence": presence,
  "020-mail-templates": mailTemplates,
  "021-reminders": reminders,
  "022-lead-imports": leadImports,
  "024-holds": holds,
  "025-duplicates": duplicates,
  "026-key-preferences": keyPreferences,
  "027-criteria-questions": criteriaQuestions,
  "028-answers": answers,
  "029-reviews": reviews,
  "030-milestones-and-visits": milestonesAndVisits,
  "031-newest-answers": newestAnswers,
  "032-draft-savers": draftSavers,
  "035-reports": reports,
  "036-notes-anywhere": notesAnywhere,
  "037-sharing": sharing,
  "038-audit-heads": auditHeads,
  "039-closed-accounts-and-second-factors": closedAccounts,
  "040-backups": backups,
  "041-retention": retention,
  "042-tell-other-servers": tellOtherServers,
  "043-audit-by-group": auditByGroup,
  "045-retention-notices": retentionNotices,
};

/** Names of the migrations that ran now; throws with the failing one's name, the schema left as it was. */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results = [] } = await withPatience(db, (patient) => {
    const provider = { getMigrations: async () => migrations };
    return new Migrator({ db: patient.withoutPlugins(), provider }).migrateToLatest();
  });
  const failed = results.find((result) => result.status === "Error");
  if (error) {
    const why =
      explainFailure(error) ?? "This is a fault of this version: go back to the last one.";
    throw new Error(
      `The database could not be brought up to date${failed ? ` (${failed.migrationName})` : ""}. ${why}`,
      { cause: error },
    );
  }
  return results.map((result) => result.migrationName);
}
