// What becomes of made-up leads in pre-screening: asked about the criteria, failed or complete, before the
// investigator, at a visit, in the study, as far as today allows. Shares are like those of a real desk.
import { notAtNight } from "@studydesk/domain/contact/quiet-hours";
import {
  declineReasons,
  screenFailureReasons,
  withdrawalReasons,
} from "@studydesk/domain/leads/status-reasons";
import { askAll, type Wanted } from "./ask-story";
import type { DemoColleague } from "./demo-place";
import type { LeadStory } from "./lead-story";
import type { Rest } from "./make-up-lead";
import { later, type Random } from "./random";
import { returnWithQuestion, sendToReview, signDecision } from "./review-story";
import {
  consentToStudy,
  endOf,
  endVisit,
  failScreening,
  planVisit,
  visitTime,
} from "./visit-story";

export function liveOn(random: Random, story: LeadStory, rest: Rest, now: Date): void {
  const isAsked = random.chance(rest.kind === "declines" ? 0.5 : 0.8);
  if (!isAsked || !story.place.questions || story.place.investigators.length === 0) {
    leaveAtRest(story, rest);
    return;
  }
  const step = (from: Date, fewest: number, most: number) =>
    notAtNight(story.place.timeZone, later(random, from, fewest, most));
  const started = step(new Date(story.lead.statusSince), 0.1, 30);
  const asked = askAll(random, story, started, now, makeUpWishes(random, story));
  if (asked.failed) {
    const failedAt = new Date(asked.at.getTime() + 4 * 60_000);
    const { id: criterionId } = asked.failed;
    if (failedAt < now) story.move(failedAt, "pre_screen_failure", { criterionId });
    return;
  }
  if (!asked.isDone) {
    const toldAt = new Date(Math.min(asked.at.getTime(), now.getTime()));
    leaveAtRest(story, rest.kind === "next_step" ? { ...rest, toldAt } : none);
    return;
  }
  const doctor = random.pick(story.place.investigators);
  let at = step(asked.at, 0.1, 16);
  if (at > now || !sendToReview(story, at)) return;
  at = step(at, 3, 70);
  if (at > now) return;
  if (random.chance(0.14)) {
    returnWithQuestion(story, at, doctor, random.pick(questions));
    at = step(at, 3, 50);
    if (at > now || !sendToReview(story, at, random.pick(replies))) return;
    at = step(at, 3, 40);
    if (at > now) return;
  }
  afterDecision(random, story, { at, doctor, now, step });
}

type Step = (from: Date, fewest: number, most: number) => Date;

function afterDecision(
  random: Random,
  story: LeadStory,
  made: { at: Date; doctor: DemoColleague; now: Date; step: Step },
): void {
  const { doctor, now, step } = made;
  let { at } = made;
  const doubtful = story.place.questions?.criteria.find(
    (criterion) => story.answerOf(criterion)?.answer === "unknown",
  );
  if (doubtful && random.chance(0.35)) {
    const reason = "Cannot be told from the records, and there is no time to wait for it.";
    signDecision(story, at, doctor, { decision: "not_eligible", criterion: doubtful, reason });
    return;
  }
  signDecision(story, at, doctor, { decision: "eligible" });
  at = step(at, 1, 50);
  if (at > now) return;
  if (random.chance(0.1)) {
    story.move(at, "declined", { reason: random.pick(declineReasons) });
    return;
  }
  let visit = planVisit(story, at, visitTime(story, at, 3 + random.below(12), 9 + random.below(8)));
  let over = new Date(endOf(visit).getTime() + 20 * 60_000);
  if (over > now) return;
  if (random.chance(0.13)) {
    endVisit(story, over, visit, "no_show");
    at = step(over, 2, 60);
    if (at > now) return;
    if (random.chance(0.3)) {
      story.move(at, "declined", { reason: "time_visits" });
      return;
    }
    visit = planVisit(story, at, visitTime(story, at, 4 + random.below(8), 10));
    over = new Date(endOf(visit).getTime() + 20 * 60_000);
    if (over > now) return;
  }
  endVisit(story, over, visit, "held");
  const consentedAt = new Date(over.getTime() + 30 * 60_000);
  if (consentedAt > now || !consentToStudy(story, consentedAt)) return;
  at = step(consentedAt, 4 * 24, 24 * 24);
  if (at > now) return;
  const end = random.weighted([
    ["enrolled", 68],
    ["screen_failure", 23],
    ["withdrawn", 9],
  ] as const);
  if (end === "screen_failure") failScreening(story, at, random.pick(screenFailureReasons));
  else if (end === "withdrawn") {
    story.move(at, "withdrawn", { reason: random.pick(withdrawalReasons) });
  } else {
    story.move(at, "enrolled");
    at = step(at, 15 * 24, 80 * 24);
    if (at < now && random.chance(0.09)) {
      story.move(at, "withdrawn", { reason: random.pick(withdrawalReasons) });
    }
  }
}

const none: Rest = { kind: "nothing" };
const questions = [
  "Is there a newer report than the one from spring?",
  "Which dose of the blood thinner? Please ask and note it.",
  "The age here and on the card differ. Which is right?",
];
const replies = [
  "Yes, from last week. It says the same.",
  "Asked on the phone: noted with the answer.",
  "The card is right, the person confirmed it.",
];

/** Who fails at what: some criteria exclude more than others, the same ones every time. */
function makeUpWishes(random: Random, { place }: LeadStory): Wanted {
  const criteria = place.questions?.criteria ?? [];
  const fails = random.chance(0.42)
    ? random.weighted(criteria.map((each) => [each, 1 + ((each.lineId * 7) % 9)] as const))
    : null;
  const unknowns = criteria.filter((each) => each !== fails && random.chance(0.07));
  return { fails, unknowns };
}

/** Nobody asks anything: the person says no, has a next step, or just waits. */
export function leaveAtRest(story: LeadStory, rest: Rest): void {
  if (rest.kind === "declines") story.move(rest.at, "declined", { reason: rest.reason });
  if (rest.kind !== "next_step") return;
  story.followUp(rest.at, rest.note);
  story.tell(rest.toldAt, story.worker, {
    ...{ kind: "follow_up_set", from: null, to: rest.at.toISOString(), note: rest.note },
  });
}
