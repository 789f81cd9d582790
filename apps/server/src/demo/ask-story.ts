// Made-up answers to a study's criteria: what the phone can tell is asked in one call, records and tests come
// some days later. Whoever fails is asked no more.
import { notAtNight } from "@studydesk/domain/contact/quiet-hours";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { makeUpAnswer, type Speaks } from "./answer-words";
import type { LeadStory } from "./lead-story";
import { later, type Random } from "./random";

export interface Wanted {
  fails: AskedCriterion | null;
  unknowns: readonly AskedCriterion[];
}

export interface Asked {
  /** When the last answer was given. */
  at: Date;
  /** Every criterion was answered, or one failed. */
  isDone: boolean;
  failed: AskedCriterion | null;
}

/** As far as `now` allows. */
export function askAll(
  random: Random,
  story: LeadStory,
  from: Date,
  now: Date,
  { fails, unknowns }: Wanted,
): Asked {
  const criteria = story.place.questions?.criteria ?? [];
  const onPhone = criteria.filter(({ cost }) => cost === "phone");
  const elsewhere = criteria.filter(({ cost }) => cost !== "phone");
  const age = 51 + random.below(14);
  let at = from;
  for (const part of [onPhone, elsewhere]) {
    if (part === elsewhere && elsewhere.length > 0) {
      at = notAtNight(story.place.timeZone, later(random, at, 20, 24 * 6));
    }
    for (const criterion of part) {
      if (at > now) return { at, isDone: false, failed: null };
      const speaks =
        criterion === fails ? "fails" : unknowns.includes(criterion) ? "unknown" : "fits";
      ask(random, story, at, criterion, { speaks, age });
      if (criterion === fails) return { at, isDone: true, failed: criterion };
      at = new Date(at.getTime() + (25 + random.below(40)) * 1000);
    }
  }
  return { at, isDone: true, failed: null };
}

export function ask(
  random: Random,
  story: LeadStory,
  at: Date,
  criterion: AskedCriterion,
  { speaks, age }: { speaks: Speaks; age: number },
): void {
  const words = story.place.questions?.words ?? {};
  const { label, rule } = criterion;
  story.answer(at, criterion, makeUpAnswer(random, { label, rule, words }, speaks, age));
}
