// What each screen of screening, review and visits has to show, whenever the demo is started: told of leads that
// the making-up left in pre-screening, at times that lead up to now.
import { notAtNight } from "@studydesk/domain/contact/quiet-hours";
import { momentAt } from "@studydesk/domain/leads/local-day";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { ask, type askAll } from "./ask-story";
import type { DemoColleague } from "./demo-place";
import type { LeadStory } from "./lead-story";
import type { Random } from "./random";
import { returnWithQuestion, sendToReview, signDecision } from "./review-story";
import {
  consentToStudy,
  endOf,
  endVisit,
  failScreening,
  planVisit,
  visitTime,
  weekdayIn,
} from "./visit-story";

interface Stage {
  random: Random;
  story: LeadStory;
  criteria: readonly AskedCriterion[];
  doctor: DemoColleague;
  /** So many hours before now, by day. */
  ago(hours: number): Date;
  now: Date;
}

export interface Scene {
  /** How long the lead has to be in pre-screening by then, in hours. */
  needs: number;
  play(stage: Stage): void;
}

export function playScene(scene: Scene, random: Random, story: LeadStory, now: Date): void {
  const { place } = story;
  const criteria = place.questions?.criteria ?? [];
  const [doctor] = place.investigators;
  if (!doctor || criteria.length === 0) return;
  const ago = (hours: number) => {
    // Nobody works at full hours; what comes later is told later.
    const minutes = hours * 60 - random.below(45);
    const wanted = new Date(now.getTime() - minutes * 60_000);
    const byDay = notAtNight(place.timeZone, wanted);
    const at = byDay < now ? byDay : wanted;
    const last = Date.parse(story.rows.activities.at(-1)?.at ?? story.lead.createdAt);
    return new Date(Math.max(at.getTime(), last + 7 * 60_000));
  };
  scene.play({ random, story, criteria, doctor, ago, now });
}

/** Newest first: each takes a lead that is there for long enough. */
export const demoScenes: readonly Scene[] = [
  // Half of the questions are answered, one of them unknown.
  {
    needs: 20,
    play: ({ random, story, criteria, ago }) => {
      const at = ago(18);
      criteria.slice(0, Math.ceil(criteria.length / 2)).forEach((criterion, index) => {
        const speaks = index === 2 ? "unknown" : "fits";
        const when = new Date(at.getTime() + index * 45_000);
        ask(random, story, when, criterion, { speaks, age: 58 });
      });
      story.followUp(ago(1), "Ask for what is still open");
    },
  },
  // One criterion fails, and nobody has said so yet.
  {
    needs: 28,
    play: (stage) => {
      const fails = stage.criteria.at(-1) ?? null;
      askHours(stage, 26, { fails, unknowns: [] });
    },
  },
  // Failed by a bound, which an amendment may move.
  {
    needs: 130,
    play: (stage) => {
      const { story, criteria, ago } = stage;
      const fails = criteria.find(({ rule }) => rule.kind === "number") ?? null;
      if (!fails) return;
      askHours(stage, 128, { fails, unknowns: [] });
      story.move(ago(127), "pre_screen_failure", { criterionId: fails.id });
    },
  },
  // Waits for the investigator, nothing open.
  {
    needs: 54,
    play: (stage) => {
      askHours(stage, 52);
      sendToReview(stage.story, stage.ago(46));
    },
  },
  // Waits with two unknowns, which stand first on the page.
  {
    needs: 34,
    play: (stage) => {
      askHours(stage, 32, { fails: null, unknowns: twoOf(stage.criteria) });
      sendToReview(stage.story, stage.ago(24));
    },
  },
  // Came back with the answer to a question.
  {
    needs: 100,
    play: ({ story, doctor, ago, ...stage }) => {
      askHours({ story, doctor, ago, ...stage }, 98);
      sendToReview(story, ago(90));
      returnWithQuestion(story, ago(70), doctor, "Is there a report from the last four weeks?");
      sendToReview(story, ago(20), "Yes, it came by mail on Friday and says the same.");
    },
  },
  // Returned, and due at the coordinator's.
  {
    needs: 60,
    play: ({ story, doctor, ago, ...stage }) => {
      askHours({ story, doctor, ago, ...stage }, 58);
      sendToReview(story, ago(50));
      const question = "Which medicines, and how much of each? Please ask once more.";
      returnWithQuestion(story, ago(4), doctor, question);
    },
  },
  // Signed, and a visit is to be arranged.
  {
    needs: 82,
    play: (stage) => {
      toEligible(stage, 80, 5);
    },
  },
  // A visit tomorrow, one next week, one that was missed.
  { needs: 200, play: (stage) => planned(stage, 1) },
  { needs: 200, play: (stage) => planned(stage, 7) },
  {
    needs: 320,
    play: (stage) => {
      toEligible(stage, 310, 260);
      const visit = planVisit(stage.story, stage.ago(240), visitAgo(stage, 1));
      endVisit(stage.story, over(visit), visit, "no_show");
    },
  },
  // An answer changed after the signature.
  {
    needs: 202,
    play: (stage) => {
      planned(stage, 4);
      const { random, story, criteria, ago } = stage;
      const [criterion] = criteria;
      if (criterion) ask(random, story, ago(3), criterion, { speaks: "unknown", age: 60 });
    },
  },
  // Judged not eligible.
  {
    needs: 120,
    play: (stage) => {
      const [criterion] = twoOf(stage.criteria);
      if (!criterion) return;
      askHours(stage, 118, { fails: null, unknowns: [criterion] });
      sendToReview(stage.story, stage.ago(100));
      const reason = "Cannot be told from the records, and there is no time to wait for it.";
      const decision = { decision: "not_eligible", criterion, reason } as const;
      signDecision(stage.story, stage.ago(80), stage.doctor, decision);
    },
  },
  // After consent: in screening, enrolled, failed, withdrawn.
  { needs: 420, play: (stage) => void toConsent(stage, 4) },
  {
    needs: 900,
    play: (stage) => {
      if (toConsent(stage, 23)) stage.story.move(stage.ago(200), "enrolled");
    },
  },
  {
    needs: 800,
    play: (stage) => {
      if (toConsent(stage, 20)) failScreening(stage.story, stage.ago(240), "criterion_failed");
    },
  },
  {
    needs: 900,
    play: (stage) => {
      if (!toConsent(stage, 24)) return;
      stage.story.move(stage.ago(300), "enrolled");
      stage.story.move(stage.ago(40), "withdrawn", { reason: "moved_away" });
    },
  },
];

type Wanted = Parameters<typeof askAll>[4];

/** Asked so many hours ago, records and all. */
function askHours(
  { random, story, criteria, ago }: Stage,
  hours: number,
  { fails, unknowns }: Wanted = { fails: null, unknowns: [] },
): void {
  const at = ago(hours);
  criteria.forEach((criterion, index) => {
    const speaks =
      criterion === fails ? "fails" : unknowns.includes(criterion) ? "unknown" : "fits";
    ask(random, story, new Date(at.getTime() + index * 40_000), criterion, { speaks, age: 58 });
  });
}

function twoOf(criteria: readonly AskedCriterion[]): AskedCriterion[] {
  return [criteria.at(1), criteria.at(-2)].filter((each) => each !== undefined);
}

function toEligible(stage: Stage, askedAgo: number, signedAgo: number): void {
  askHours(stage, askedAgo);
  sendToReview(stage.story, stage.ago(askedAgo - 6));
  signDecision(stage.story, stage.ago(signedAgo), stage.doctor, { decision: "eligible" });
}

function planned(stage: Stage, daysAhead: number): void {
  toEligible(stage, 190, 120);
  const { story, ago, now } = stage;
  planVisit(story, ago(100), visitTime(story, now, daysAhead, 9 + (story.lead.id % 7)));
}

/** In the morning, so many days ago; over the weekend the Friday before. */
function visitAgo({ story, now }: Stage, days: number): Date {
  const { timeZone } = story.place;
  const startsAt = momentAt(timeZone, now, -days, 10);
  const weekday = weekdayIn(timeZone, startsAt);
  return weekday === 0 || weekday === 6
    ? momentAt(timeZone, now, -days - (weekday === 0 ? 2 : 1), 10)
    : startsAt;
}

function over(visit: Parameters<typeof endOf>[0]): Date {
  return new Date(endOf(visit).getTime() + 20 * 60_000);
}

function toConsent(stage: Stage, days: number): boolean {
  const { story } = stage;
  const hours = days * 24;
  toEligible(stage, hours + 300, hours + 200);
  const visit = planVisit(story, stage.ago(hours + 170), visitAgo(stage, days));
  endVisit(story, over(visit), visit, "held");
  return consentToStudy(story, new Date(over(visit).getTime() + 30 * 60_000));
}
