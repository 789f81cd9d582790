// One made-up lead up to pre-screening, with a history that obeys the rules: every attempt has an outcome, and
// the desk works until the lead is settled or today is reached. What follows is told by `live-on.ts`.
import type { Row } from "@studydesk/db/schema";
import {
  type ContactOutcome,
  isContactMade,
  suggestNextTry,
} from "@studydesk/domain/contact/contact-attempt";
import { notAtNight } from "@studydesk/domain/contact/quiet-hours";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import {
  declineReasons,
  giveUpReasons,
  invalidReasons,
  type StatusReason,
} from "@studydesk/domain/leads/status-reasons";
import { readPublicLanguage } from "@studydesk/domain/public-language";
import type { DemoPlace } from "./demo-place";
import { type LeadStory, type NextIds, noFollowUp, tellStory } from "./lead-story";
import { makeUpPerson } from "./made-up-people";
import { hour, later, type Random } from "./random";

const outcomes: readonly (readonly [ContactOutcome, number])[] = [
  ["no_answer", 34],
  ["reached", 34],
  ["left_voicemail", 18],
  ["busy", 6],
  ["callback_requested", 5],
  ["wrong_number", 2],
  ["do_not_contact", 1],
];
const remarks = [
  "Asked for the dates of the visits.",
  "Will talk to the family first.",
  "Prefers the afternoon.",
  "The clinic sends the report on Monday.",
  "Has read the page, wants to know about travel costs.",
];

/** Nobody asked anything yet. */
const notScreened = {
  ...{ criterionId: null, reviewId: null, screenedAt: null, eligibleAt: null, decidedAt: null },
  ...{ visitHeldAt: null, studyConsentOn: null, consentFormVersion: null },
  ...{ screeningNumber: null, enrolledAt: null },
};

/** What becomes of a lead in pre-screening whom nobody asks anything: no more of it, a next step, or nothing. */
export type Rest =
  | { kind: "declines"; at: Date; reason: StatusReason }
  | { kind: "next_step"; toldAt: Date; at: Date; note: string }
  | { kind: "nothing" };

/** `arrivedAt` is when it came in; nothing in its history is later than `now`. `rest`: see `live-on.ts`. */
export function makeUpLead(
  random: Random,
  place: DemoPlace,
  ids: NextIds,
  arrivedAt: Date,
  now: Date,
): { story: LeadStory; rest: Rest | null } {
  const story = beginStory(random, place, ids, arrivedAt);
  const { lead } = story;
  const byDay = (at: Date) => notAtNight(place.timeZone, at);
  if (random.chance(0.04)) {
    const at = later(random, arrivedAt, 0.5, 20);
    story.move(at, "invalid", { reason: random.pick(invalidReasons) });
  } else {
    let at = byDay(later(random, arrivedAt, 0.3, 40));
    while (at < now && (lead.status === "new" || lead.status === "contacting")) {
      const outcome = random.weighted(outcomes);
      const note = isContactMade(outcome) && random.chance(0.6) ? random.pick(remarks) : null;
      story.attempt(at, outcome, note);
      lead.followUpAt = suggestNextTry(outcome, at, place.timeZone)?.toISOString() ?? null;
      if (lead.status === "new") story.move(at, "contacting");
      const soon = new Date(at.getTime() + 6 * 60_000);
      if (soon > now) break;
      if (outcome === "do_not_contact") story.move(soon, "declined", { reason: "privacy" });
      else if (outcome === "wrong_number") {
        story.move(soon, "could_not_reach", { reason: "wrong_number" });
      } else if (outcome === "reached") {
        if (random.chance(0.28)) {
          story.move(soon, "declined", { reason: random.pick(declineReasons) });
        } else if (random.chance(0.8)) story.move(soon, "pre_screening");
      } else if (lead.attemptCount >= 4 && random.chance(0.5)) {
        if (!story.move(soon, "could_not_reach")) {
          story.move(soon, "could_not_reach", { reason: random.pick(giveUpReasons) });
        }
      }
      at = byDay(later(random, at, 18, 70));
    }
  }
  if (lead.status !== "pre_screening") {
    if (lead.status === "invalid") Object.assign(lead, noFollowUp);
    return { story, rest: null };
  }
  lead.followUpAt = null;
  return { story, rest: makeUpRest(random, story, now) };
}

function makeUpRest(random: Random, { lead, place }: LeadStory, now: Date): Rest {
  const started = new Date(lead.statusSince);
  const settled = notAtNight(place.timeZone, later(random, started, 24, 24 * 20));
  if (settled < now && random.chance(0.45)) {
    return { kind: "declines", at: settled, reason: random.pick(declineReasons) };
  }
  if (!random.chance(0.7)) return { kind: "nothing" };
  // What is still open has a next step, spread around today.
  const next = new Date(now.getTime() + (random.next() * 9 - 2) * 24 * hour);
  return {
    kind: "next_step",
    toldAt: new Date(Math.min(now.getTime(), started.getTime() + hour)),
    at: notAtNight(place.timeZone, next),
    note: random.pick(["Pathology report", "Ask about medicines", "Second call"]),
  };
}

function beginStory(random: Random, place: DemoPlace, ids: NextIds, arrivedAt: Date): LeadStory {
  const leadId = ids.lead++;
  const submissionId = ids.submission++;
  const person = makeUpPerson(random, place.countryCode, leadId);
  const createdAt = arrivedAt.toISOString();
  const worker = random.pick(place.coordinators);
  const source = random.weighted<LeadSource>([
    ["study_page", 88],
    ["referral", 8],
    ["phone_call", 3],
    ["event", 1],
  ]);
  const said =
    source === "study_page"
      ? {
          pageLanguage: readPublicLanguage(person.language) ?? "en",
          // A few browsers without a script among them.
          proof: leadId % 29 === 0 ? ("none" as const) : ("solved" as const),
        }
      : { pageLanguage: null, proof: null };
  const lead: Row<"leads"> = {
    ...{ id: leadId, studyId: place.studyId, siteId: place.siteId },
    ...{ status: "new", statusSince: createdAt, statusReason: null, source },
    ...{ firstName: person.firstName, lastName: person.lastName },
    sortName: sortNameOf(person.firstName, person.lastName),
    ...{ email: person.email, emailFolded: person.email },
    ...{ phone: person.phone, phoneTyped: person.phoneTyped },
    ...{ language: person.language, timeZone: place.timeZone, ownerId: null, ...noFollowUp },
    ...{ attemptCount: 0, firstAttemptAt: null, lastAttemptAt: null, firstContactAt: null },
    ...{ doNotContact: 0, ...said, birthYear: null, contactChannel: null, contactHours: null },
    ...{ erasedAt: null, importId: null, importRow: null, ...notScreened, mergedIntoId: null },
    ...{ createdAt, version: 1 },
  };
  const { firstName, lastName, email, phoneTyped: phone, language, message } = person;
  const story = tellStory(place, worker, ids, {
    lead,
    submission: {
      ...{ id: submissionId, leadId, receivedAt: createdAt, firstName, lastName, email, phone },
      ...{ language, message, ...said },
    },
    consent: {
      ...{ leadId, submissionId, consentTextId: place.consentTextId },
      ...{ givenAt: createdAt, withdrawnAt: null },
    },
  });
  story.tell(arrivedAt, null, { kind: "submission_received", submissionId, first: true });
  return story;
}
