// A pair of leads as it is worked on: found within the sites where the viewer does the desk's work.

import { lockByName } from "@studydesk/db/dialect";
import { findPair, type PairRecord } from "@studydesk/db/duplicates/pair-queries";
import type { Db } from "@studydesk/db/open-database";
import type { PairInput } from "@studydesk/domain/duplicates/duplicate-pair";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { hasRole, siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";

/** Throws not_found for a pair of another site, forbidden for whoever only looks. */
export async function getPairToDecide(
  trx: Db,
  viewer: Viewer,
  input: PairInput,
): Promise<PairRecord> {
  const pair = await findPair(trx, siteIdsOf(viewer), input);
  if (!pair) throw notFound("pair of leads");
  requireSiteOfWork(viewer, pair.siteId);
  return pair;
}

/** Throws not_found, forbidden. */
export function requireSiteOfWork(viewer: Viewer, siteId: number): void {
  if (!siteIdsOf(viewer).includes(siteId)) throw notFound("site");
  if (hasRole(viewer, siteId, "coordinator", "admin")) return;
  throw new DomainError(
    "forbidden",
    "Coordinators and admins of this site decide which leads are one person. Ask one of them to do this.",
  );
}

/** Until this transaction ends nobody else merges or parts leads of the site. */
export async function lockMerges(trx: Db, siteId: number): Promise<void> {
  await lockByName(trx, `duplicates ${siteId}`);
}
