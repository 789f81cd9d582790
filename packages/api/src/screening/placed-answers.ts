// Answers beside the criterion to which each was given, as it was asked then: of whichever version.

import type { Db } from "@studydesk/db/open-database";
import { listAnswers, type StoredAnswer } from "@studydesk/db/screening/answer-queries";
import { listAskedCriteria, listCriteriaAmong } from "@studydesk/db/screening/criteria-queries";
import { getVersion, type VersionInForce } from "@studydesk/db/screening/version-queries";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";

export interface AskedVersion extends VersionInForce {
  readonly criteria: readonly AskedCriterion[];
}

export async function readVersion(db: Db, id: number): Promise<AskedVersion> {
  return { ...(await getVersion(db, id)), criteria: await listAskedCriteria(db, id) };
}

export interface PlacedStoredAnswer extends StoredAnswer {
  readonly answeredByName: string;
  readonly criterion: AskedCriterion;
  readonly versionNumber: number;
}

/** By lead, oldest first. `version`: the one whose criteria are known already. */
export async function listPlacedAnswers(
  db: Db,
  leadIds: readonly number[],
  version: AskedVersion,
): Promise<Map<number, PlacedStoredAnswer[]>> {
  const answers = await listAnswers(db, leadIds);
  const asked = new Map(
    version.criteria.map((criterion) => [
      criterion.id,
      { criterion, versionNumber: version.number },
    ]),
  );
  const others = answers.map(({ criterionId }) => criterionId).filter((id) => !asked.has(id));
  for (const other of await listCriteriaAmong(db, [...new Set(others)])) {
    asked.set(other.criterion.id, other);
  }
  const placed = answers.flatMap((answer) => {
    const place = asked.get(answer.criterionId);
    return place ? [{ ...answer, ...place }] : [];
  });
  return Map.groupBy(placed, ({ leadId }) => leadId);
}
