// Writes made-up leads in large portions, each portion whole or not at all. The same seed and the same
// "now" make the same leads; the ids go on behind those that are there.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { tickLeadsFrom } from "@studydesk/db/duplicates/check-queries";
import { addEvent } from "@studydesk/db/events";
import {
  continueIdsAfterSeeding,
  findHighestIds,
  insertMany,
  pointToReviews,
} from "@studydesk/db/leads/seed-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import { type DemoPlace, findDemoPlaces } from "./demo-place";
import { playScene, type Scene } from "./demo-scenes";
import type { LeadStory, NextIds, StoryRows } from "./lead-story";
import { leaveAtRest, liveOn } from "./live-on";
import { makeUpLead, type Rest } from "./make-up-lead";
import { createRandom, type Random } from "./random";

export interface SeedOptions {
  leads: number;
  seed: number;
  now: Date;
  /** Told at every place, of the newest leads that are there for long enough. */
  scenes?: readonly Scene[];
  onProgress?: (done: number) => void;
}

const portion = 2000;
const historyDays = 182;
const day = 86_400_000;

/** Spreads leads over all study sites. Throws a sentence when there is no study site, or nobody to work there. */
export async function seedLeads(db: Db, options: SeedOptions): Promise<{ leads: number }> {
  const random = createRandom(options.seed);
  const places = weigh(await findDemoPlaces(db, options.now));
  const next = await findNextIds(db);
  const arrivals = makeUpArrivals(random, options);
  for (let start = 0; start < arrivals.length; start += portion) {
    const begun = arrivals
      .slice(start, start + portion)
      .map((at) => makeUpLead(random, random.weighted(places), next, at, options.now));
    goOn(begun, options);
    const made = begun.map(({ story }) => story.rows);
    await inTransaction(db, (trx) => writePortion(trx, made, options));
    options.onProgress?.(Math.min(arrivals.length, start + portion));
  }
  return { leads: arrivals.length };
}

type Begun = { story: LeadStory; rest: Rest | null };

/** Everything after the first calls, by chance of its own: who arrives does not hang on it. */
function goOn(begun: readonly Begun[], { seed, now, scenes = [] }: SeedOptions): void {
  const open = begun.flatMap(({ story, rest }) => (rest ? [{ story, rest }] : []));
  const played = new Set<LeadStory>();
  for (const ofPlace of Map.groupBy(open, ({ story }) => story.place).values()) {
    for (const scene of scenes) {
      const since = new Date(now.getTime() - scene.needs * 3_600_000).toISOString();
      const found = ofPlace.findLast(
        ({ story }) => !played.has(story) && story.lead.statusSince < since,
      );
      if (!found) continue;
      played.add(found.story);
      playScene(scene, createRandom(seed + found.story.lead.id), found.story, now);
    }
  }
  for (const { story, rest } of open) {
    if (played.has(story)) continue;
    // The lead's own chance, so that one story more or less changes no other.
    const own = createRandom(seed + story.lead.id);
    if (story.place.questions) liveOn(own, story, rest, now);
    else leaveAtRest(story, rest);
  }
  for (const { story } of open) settleVisitReminders(story, now);
}

/** Whoever comes soon was reminded before this began: a demo sends no mail by itself at once. */
function settleVisitReminders({ rows }: LeadStory, now: Date): void {
  const soon = new Date(now.getTime() + 30 * 3_600_000).toISOString();
  for (const visit of rows.visits) {
    if (visit.startsAt < soon) visit.remindedAt ??= now.toISOString();
  }
}

async function findNextIds(db: Db): Promise<NextIds> {
  const highest = await findHighestIds(db);
  return {
    ...{ lead: highest.leads + 1, submission: highest.submissions + 1 },
    ...{ attempt: highest.contactAttempts + 1, activity: highest.activities + 1 },
    ...{ answer: highest.answers + 1, review: highest.reviews + 1, visit: highest.visits + 1 },
  };
}

async function writePortion(
  trx: Db,
  made: readonly StoryRows[],
  { seed, now }: SeedOptions,
): Promise<void> {
  const all = <T>(pick: (rows: StoryRows) => readonly T[]) => made.flatMap(pick);
  // A lead points to the review that it waits in, and a review to its lead: the pointer comes last.
  const reviewed = made.flatMap(({ lead }) =>
    lead.reviewId === null ? [] : [{ id: lead.id, reviewId: lead.reviewId }],
  );
  await insertMany(
    trx,
    "leads",
    made.map(({ lead }) => ({ ...lead, reviewId: null })),
  );
  await insertMany(
    trx,
    "submissions",
    made.map(({ submission }) => submission),
  );
  await insertMany(
    trx,
    "consents",
    made.map(({ consent }) => consent),
  );
  await insertMany(
    trx,
    "contactAttempts",
    all(({ attempts }) => attempts),
  );
  await insertMany(
    trx,
    "activities",
    all(({ activities }) => activities.map(({ told: _, byName: __, ...row }) => row)),
  );
  await insertMany(
    trx,
    "screenings",
    all(({ screening }) => (screening ? [screening] : [])),
  );
  await insertMany(
    trx,
    "answers",
    all(({ answers }) => answers.map(({ said: _, byName: __, ...row }) => row)),
  );
  await insertMany(
    trx,
    "reviews",
    all(({ reviews }) => reviews.map(({ byName: _, sentByName: __, ...row }) => row)),
  );
  await insertMany(
    trx,
    "signatures",
    all(({ signatures }) => signatures),
  );
  await insertMany(
    trx,
    "visits",
    all(({ visits }) => visits),
  );
  await pointToReviews(trx, reviewed);
  await continueIdsAfterSeeding(trx);
  // Nobody of these is worth comparing with anybody.
  await tickLeadsFrom(trx, Math.min(...made.map(({ lead }) => lead.id)));
  const at = now.toISOString();
  await addAudit(trx, {
    at,
    actorId: null,
    action: "leads.made_up",
    subject: "installation",
    subjectId: "1",
    siteId: null,
    details: { leads: made.length, signatures: all(({ signatures }) => signatures).length, seed },
  });
  await addEvent(trx, { at, kind: "lead", subjectId: "*", siteId: null, byUserId: null });
}

/** Oldest first, over half a year, more of them lately, most by day. */
function makeUpArrivals(random: Random, { leads, now }: SeedOptions): Date[] {
  const times = Array.from({ length: leads }, () => {
    const daysAgo = historyDays * random.next() ** 1.4;
    return now.getTime() - Math.round(daysAgo * day) - 60_000;
  });
  return times.sort((a, b) => a - b).map((time) => new Date(time));
}

function weigh(places: readonly DemoPlace[]): (readonly [DemoPlace, number])[] {
  if (places.length === 0) {
    throw new DomainError(
      "invalid",
      "There is no study site with a coordinator to make leads for. Link a study to a site and invite a coordinator first.",
    );
  }
  // The first study draws most, as studies do.
  return places.map((place, index) => [place, index === 0 ? 5 : 3]);
}
