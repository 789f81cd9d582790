// Writes made-up leads in large portions, each portion whole or not at all. The same seed and the same
// "now" make the same leads; the ids go on behind those that are there.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { tickLeadsFrom } from "@studydesk/db/duplicates/check-queries";
import { addEvent } from "@studydesk/db/events";
import { listAssignees } from "@studydesk/db/leads/lead-details-queries";
import {
  continueIdsAfterSeeding,
  findHighestIds,
  insertMany,
} from "@studydesk/db/leads/seed-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findSite } from "@studydesk/db/sites/site-queries";
import { listStudySites } from "@studydesk/db/studies/study-site-queries";
import { ensureConsentText } from "@studydesk/db/submissions/consent-text-queries";
import { DomainError } from "@studydesk/domain/errors";
import { type DemoPlace, type MadeUpLead, makeUpLead } from "./make-up-lead";
import { createRandom, type Random } from "./random";

export interface SeedOptions {
  leads: number;
  seed: number;
  now: Date;
  onProgress?: (done: number) => void;
}

const portion = 2000;
const historyDays = 182;
const day = 86_400_000;

/** Spreads leads over all study sites. Throws a sentence when there is no study site, or nobody to work there. */
export async function seedLeads(db: Db, options: SeedOptions): Promise<{ leads: number }> {
  const random = createRandom(options.seed);
  const places = await findPlaces(db, options.now);
  const ids = await findHighestIds(db);
  const next = { lead: ids.lead + 1, submission: ids.submission + 1, attempt: ids.attempt + 1 };
  const arrivals = makeUpArrivals(random, options);
  for (let start = 0; start < arrivals.length; start += portion) {
    const made = arrivals
      .slice(start, start + portion)
      .map((at) => makeUpLead(random, random.weighted(places), next, at, options.now));
    await inTransaction(db, (trx) => writePortion(trx, made, options));
    options.onProgress?.(Math.min(arrivals.length, start + portion));
  }
  return { leads: arrivals.length };
}

async function writePortion(
  trx: Db,
  made: readonly MadeUpLead[],
  { seed, now }: SeedOptions,
): Promise<void> {
  await insertMany(
    trx,
    "leads",
    made.map(({ lead }) => lead),
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
    made.flatMap(({ attempts }) => attempts),
  );
  await insertMany(
    trx,
    "activities",
    made.flatMap(({ activities }) => activities),
  );
  await continueIdsAfterSeeding(trx);
  // Nobody of these is worth comparing with anybody.
  await tickLeadsFrom(trx, Math.min(...made.map(({ lead }) => lead.id ?? 0)));
  const at = now.toISOString();
  await addAudit(trx, {
    at,
    actorId: null,
    action: "leads.made_up",
    subject: "installation",
    subjectId: "1",
    siteId: null,
    details: { leads: made.length, seed },
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

async function findPlaces(db: Db, now: Date): Promise<(readonly [DemoPlace, number])[]> {
  const places: (readonly [DemoPlace, number])[] = [];
  for (const studySite of await listStudySites(db, "all")) {
    const site = await findSite(db, studySite.siteId);
    const assignees = await listAssignees(db, studySite.siteId);
    const coordinatorIds = assignees
      .filter(({ roles }) => roles.includes("coordinator"))
      .map(({ userId }) => userId);
    if (!site || coordinatorIds.length === 0) continue;
    const consentText = await ensureConsentText(db, studySite.studyId, "en", now.toISOString());
    const place = { ...site, ...studySite, consentTextId: consentText.id, coordinatorIds };
    // The first study draws most, as studies do.
    places.push([place, places.length === 0 ? 5 : 3]);
  }
  if (places.length === 0) {
    throw new DomainError(
      "invalid",
      "There is no study site with a coordinator to make leads for. Link a study to a site and invite a coordinator first.",
    );
  }
  return places;
}
