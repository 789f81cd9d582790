// Made-up visits: planned, missed or held, and what comes after them, with the consent to the study.
import type { Row } from "@studydesk/db/schema";
import { dayIn, momentAt } from "@studydesk/domain/leads/local-day";
import type { StatusReason } from "@studydesk/domain/leads/status-reasons";
import { followUpAfter, followUpOnceOver } from "@studydesk/domain/visits/visit-follow-up";
import type { VisitEnd } from "@studydesk/domain/visits/visit-states";
import type { LeadStory } from "./lead-story";

const minutes = 60;
const places = [
  "Main building, second floor, room 214",
  "Main building, ground floor, ask for the study nurse",
  "Outpatient clinic, room 7",
];

/** So many days after `at`, at that hour of the site; over the weekend the Monday after it. */
export function visitTime(story: LeadStory, at: Date, daysAhead: number, hour: number): Date {
  const { timeZone } = story.place;
  const startsAt = momentAt(timeZone, at, daysAhead, hour);
  const weekday = weekdayIn(timeZone, startsAt);
  const wait = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return wait === 0 ? startsAt : momentAt(timeZone, at, daysAhead + wait, hour);
}

/** 0 is Sunday. */
export function weekdayIn(timeZone: string, at: Date): number {
  return new Date(`${dayIn(timeZone, at.toISOString())}T00:00:00Z`).getUTCDay();
}

export function planVisit(story: LeadStory, at: Date, startsAt: Date): Row<"visits"> {
  const { lead, worker, ids } = story;
  const iso = at.toISOString();
  const place = places[lead.id % places.length] ?? null;
  const visit: Row<"visits"> = {
    ...{ id: ids.visit++, leadId: lead.id, startsAt: startsAt.toISOString(), minutes, place },
    ...{ note: null, state: "planned", createdAt: iso, createdBy: worker.userId, changedAt: iso },
    ...{ sequence: 0, remindedAt: null },
  };
  story.rows.visits.push(visit);
  story.tell(at, worker, {
    ...{ kind: "visit_planned", visitId: visit.id, at: visit.startsAt, minutes, place },
  });
  Object.assign(lead, followUpOnceOver(lead, visit, at));
  lead.version++;
  return visit;
}

export function endOf(visit: Row<"visits">): Date {
  return new Date(Date.parse(visit.startsAt) + visit.minutes * 60_000);
}

export function endVisit(
  story: LeadStory,
  at: Date,
  visit: Row<"visits">,
  state: Exclude<VisitEnd, "cancelled">,
): void {
  const { lead, worker } = story;
  visit.state = state;
  // Who was to come was reminded the day before.
  visit.remindedAt = new Date(Date.parse(visit.startsAt) - 24 * 3_600_000).toISOString();
  if (state === "held") lead.visitHeldAt ??= visit.startsAt;
  story.tell(at, worker, { kind: "visit_ended", visitId: visit.id, at: visit.startsAt, state });
  Object.assign(lead, followUpAfter(lead, state, at));
  lead.version++;
}

/** Consent on the day of the visit, and the number that the study knows the person by from then on. */
export function consentToStudy(story: LeadStory, at: Date): boolean {
  const { lead, worker } = story;
  const on = dayIn(story.place.timeZone, at.toISOString());
  if (!story.move(at, "in_screening", { studyConsent: { on, formVersion: "2.1" } })) return false;
  Object.assign(lead, { followUpAt: null, followUpNote: null });
  lead.screeningNumber = `S-${String(lead.id).padStart(4, "0")}`;
  const to = lead.screeningNumber;
  story.tell(at, worker, { kind: "screening_number_set", from: null, to });
  return true;
}

export function failScreening(story: LeadStory, at: Date, reason: StatusReason): void {
  const failed = story.place.questions?.criteria.find(({ cost }) => cost !== "phone");
  const criterionId = reason === "criterion_failed" ? failed?.id : undefined;
  if (!story.move(at, "screen_failure", { reason, criterionId })) {
    story.move(at, "screen_failure", { reason: "medical_finding" });
  }
}
