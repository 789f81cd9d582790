// One made-up lead with a history that obeys the rules: every change of status is one that the state
// machine allows, every attempt has an outcome, and the lead's columns are what that history adds up to.
import type { NewRow, Row } from "@studydesk/db/schema";
import {
  type ContactOutcome,
  isContactMade,
  suggestNextTry,
} from "@studydesk/domain/contact/contact-attempt";
import { notAtNight } from "@studydesk/domain/contact/quiet-hours";
import type { Activity } from "@studydesk/domain/leads/activity";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import {
  canMove,
  declineReasons,
  giveUpReasons,
  invalidReasons,
  type LeadStatus,
  type StatusReason,
} from "@studydesk/domain/leads/lead-status";
import { readPublicLanguage } from "@studydesk/domain/public-language";
import { makeUpPerson } from "./made-up-people";
import type { Random } from "./random";

/** A place that takes leads, with the people who work there. */
export interface DemoPlace {
  studyId: number;
  siteId: number;
  countryCode: string;
  timeZone: string;
  consentTextId: number;
  coordinatorIds: readonly string[];
}

/** Ids to give out: the rows refer to each other before any is written. */
export interface NextIds {
  lead: number;
  submission: number;
  attempt: number;
}

export interface MadeUpLead {
  lead: NewRow<"leads">;
  submission: NewRow<"submissions">;
  consent: NewRow<"consents">;
  attempts: NewRow<"contactAttempts">[];
  activities: NewRow<"activities">[];
}

const hour = 3_600_000;
const day = 24 * hour;
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

/** `arrivedAt` is when it came in; nothing in its history is later than `now`. */
/** Nobody asked anything yet. */
const notScreened = {
  ...{ criterionId: null, reviewId: null, screenedAt: null, eligibleAt: null, decidedAt: null },
  ...{ visitHeldAt: null, studyConsentOn: null, consentFormVersion: null },
  ...{ screeningNumber: null, enrolledAt: null },
};

export function makeUpLead(
  random: Random,
  place: DemoPlace,
  ids: NextIds,
  arrivedAt: Date,
  now: Date,
): MadeUpLead {
  const leadId = ids.lead++;
  const submissionId = ids.submission++;
  const person = makeUpPerson(random, place.countryCode, leadId);
  const createdAt = arrivedAt.toISOString();
  const worker = random.pick(place.coordinatorIds);
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
    id: leadId,
    studyId: place.studyId,
    siteId: place.siteId,
    status: "new",
    statusSince: createdAt,
    statusReason: null,
    source,
    firstName: person.firstName,
    lastName: person.lastName,
    sortName: sortNameOf(person.firstName, person.lastName),
    email: person.email,
    emailFolded: person.email,
    phone: person.phone,
    phoneTyped: person.phoneTyped,
    language: person.language,
    timeZone: place.timeZone,
    ownerId: null,
    followUpAt: null,
    followUpNote: null,
    attemptCount: 0,
    firstAttemptAt: null,
    lastAttemptAt: null,
    firstContactAt: null,
    doNotContact: 0,
    ...said,
    birthYear: null,
    contactChannel: null,
    contactHours: null,
    erasedAt: null,
    importId: null,
    importRow: null,
    ...notScreened,
    mergedIntoId: null,
    createdAt,
    version: 1,
  };
  const byDay = (at: Date) => notAtNight(place.timeZone, at);
  const attempts: MadeUpLead["attempts"] = [];
  const activities: MadeUpLead["activities"] = [];
  const tell = (at: Date, byUserId: string | null, activity: Activity) => {
    const data = JSON.stringify(activity);
    activities.push({ leadId, at: at.toISOString(), kind: activity.kind, byUserId, data });
  };
  const move = (at: Date, to: LeadStatus, reason?: StatusReason): boolean => {
    if (!canMove(lead, to, { reason }, at).ok) return false;
    tell(at, worker, { kind: "status_changed", from: lead.status, to, reason: reason ?? null });
    lead.status = to;
    lead.statusSince = at.toISOString();
    lead.statusReason = reason ?? null;
    lead.version++;
    return true;
  };
  const attempt = (at: Date, outcome: ContactOutcome) => {
    const attemptId = ids.attempt++;
    const note = isContactMade(outcome) && random.chance(0.6) ? random.pick(remarks) : null;
    const channel = "phone" as const;
    const iso = at.toISOString();
    attempts.push({ id: attemptId, leadId, at: iso, channel, outcome, note, byUserId: worker });
    tell(at, worker, { kind: "contact_attempted", attemptId, channel, outcome, note });
    lead.ownerId ??= worker;
    lead.attemptCount++;
    lead.firstAttemptAt ??= iso;
    lead.lastAttemptAt = iso;
    if (isContactMade(outcome)) lead.firstContactAt ??= iso;
    if (outcome === "do_not_contact") lead.doNotContact = 1;
    lead.followUpAt = suggestNextTry(outcome, at, place.timeZone)?.toISOString() ?? null;
    lead.version++;
    if (lead.status === "new") move(at, "contacting");
  };

  tell(arrivedAt, null, { kind: "submission_received", submissionId, first: true });
  if (random.chance(0.04)) {
    move(later(random, arrivedAt, 0.5, 20), "invalid", random.pick(invalidReasons));
  } else {
    // The desk works until the lead is settled or today is reached.
    let at = byDay(later(random, arrivedAt, 0.3, 40));
    while (at < now && (lead.status === "new" || lead.status === "contacting")) {
      const outcome = random.weighted(outcomes);
      attempt(at, outcome);
      const soon = new Date(at.getTime() + 6 * 60_000);
      if (soon > now) break;
      if (outcome === "do_not_contact") move(soon, "declined", "privacy");
      else if (outcome === "wrong_number") move(soon, "could_not_reach", "wrong_number");
      else if (outcome === "reached") {
        if (random.chance(0.28)) move(soon, "declined", random.pick(declineReasons));
        else if (random.chance(0.8)) move(soon, "pre_screening");
      } else if (lead.attemptCount >= 4 && random.chance(0.5)) {
        if (!move(soon, "could_not_reach"))
          move(soon, "could_not_reach", random.pick(giveUpReasons));
      }
      at = byDay(later(random, at, 18, 70));
    }
  }
  if (lead.status === "pre_screening") {
    const started = new Date(lead.statusSince);
    const settled = byDay(later(random, started, 24, 24 * 20));
    if (settled < now && random.chance(0.45)) {
      move(settled, "declined", random.pick(declineReasons));
    } else if (random.chance(0.7)) {
      // What is still open has a next step, spread around today.
      const next = new Date(now.getTime() + (random.next() * 9 - 2) * day);
      lead.followUpAt = byDay(next).toISOString();
      lead.followUpNote = random.pick(["Pathology report", "Ask about medicines", "Second call"]);
      tell(new Date(Math.min(now.getTime(), started.getTime() + hour)), worker, {
        kind: "follow_up_set",
        from: null,
        to: lead.followUpAt,
        note: lead.followUpNote,
      });
    } else lead.followUpAt = null;
  }
  if (["declined", "could_not_reach", "invalid"].includes(lead.status)) lead.followUpAt = null;
  return {
    lead,
    submission: {
      id: submissionId,
      leadId,
      receivedAt: createdAt,
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email,
      phone: person.phoneTyped,
      language: person.language,
      message: person.message,
      ...said,
    },
    consent: {
      leadId,
      submissionId,
      consentTextId: place.consentTextId,
      givenAt: createdAt,
      withdrawnAt: null,
    },
    attempts,
    activities,
  };
}

/** Some hours on, most often nearer to the fewer. */
function later(random: Random, from: Date, fewest: number, most: number): Date {
  return new Date(from.getTime() + (fewest + random.next() ** 2 * (most - fewest)) * hour);
}
