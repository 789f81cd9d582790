// The guards of a lead's life once more, from the rows alone: what the table of the product says, not what
// the program's own rules say.
import type { Db } from "@studydesk/db/open-database";
import type { Row } from "@studydesk/db/schema";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { expect } from "vitest";
import type { WatchMove } from "./play-histories";

type Lead = Row<"leads">;

const ways: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  new: ["contacting", "pre_screening", "declined", "invalid"],
  contacting: ["pre_screening", "could_not_reach", "declined", "invalid"],
  pre_screening: ["investigator_review", "pre_screen_failure", "declined", "could_not_reach"],
  investigator_review: ["visit_scheduled", "pre_screening", "pre_screen_failure", "declined"],
  visit_scheduled: ["in_screening", "pre_screening", "declined", "could_not_reach"],
  in_screening: ["enrolled", "screen_failure", "withdrawn"],
  enrolled: ["withdrawn"],
  could_not_reach: ["pre_screening"],
  declined: ["pre_screening"],
  pre_screen_failure: ["pre_screening"],
  screen_failure: [],
  withdrawn: [],
  invalid: ["new"],
};

export async function expectGuarded(
  db: Db,
  before: Lead,
  after: Lead,
  { to, reason, isSigned, isUndo }: Parameters<WatchMove>[2],
): Promise<void> {
  expect(after.status).toBe(to);
  if (isUndo) {
    // What an investigator signed is taken back by nobody.
    const isDecided = before.eligibleAt !== null && after.eligibleAt === null;
    expect(isDecided).toBe(false);
    return;
  }
  expect(ways[before.status]).toContain(to);
  const screening = await db
    .selectFrom("screenings")
    .selectAll()
    .where("leadId", "=", after.id)
    .executeTakeFirst();
  if (to === "investigator_review") {
    expect(screening?.questions).toBeGreaterThan(0);
    expect(screening?.answered).toBe(screening?.questions);
  }
  if (before.status === "investigator_review") {
    expect(isSigned).toBe(to === "visit_scheduled" || to === "pre_screen_failure");
  }
  if (to === "pre_screen_failure") expect(after.criterionId).not.toBeNull();
  if (to === "in_screening") {
    expect(after.studyConsentOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(after.consentFormVersion).not.toBeNull();
    expect(screening?.signedSha256).toBe(screening?.answersSha256);
  }
  if (to === "could_not_reach" && reason === undefined) {
    expect(before.attemptCount).toBeGreaterThanOrEqual(3);
    const waited = Date.parse(after.statusSince) - Date.parse(before.firstAttemptAt ?? "");
    expect(waited).toBeGreaterThanOrEqual(14 * 86_400_000);
  }
  if (["declined", "invalid", "withdrawn", "screen_failure"].includes(to)) {
    expect(after.statusReason).not.toBeNull();
  }
  if (ways[before.status].length === 1 && to === "pre_screening") {
    expect(reason).toBeDefined();
    if (before.status === "declined") expect(reason).toBe("person_asked");
  }
}
