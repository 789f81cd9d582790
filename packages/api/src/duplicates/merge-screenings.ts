// Answers when two leads become one: the person is the same, so what was answered on either holds. Where both
// answered, the lead whose status goes on has the word; the other answer stays readable. Undoing a merge
// brings back which lead had which.
import {
  letAnswersStand,
  moveAnswers,
  putScreening,
  takeScreening,
} from "@studydesk/db/duplicates/merge-screening-queries";
import type { Db } from "@studydesk/db/open-database";
import { listAnswers, replaceAnswers } from "@studydesk/db/screening/answer-queries";
import type { StoredScreening } from "@studydesk/db/screening/screening-queries";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { screeningLines } from "@studydesk/domain/screening/screening-lines";
import {
  type AskedVersion,
  listPlacedAnswers,
  type PlacedStoredAnswer,
  readVersion,
} from "../screening/placed-answers";
import { pinToVersionInForce, refreshScreening } from "../screening/refresh-screening";

/** Remembered with the merge. */
export interface MergedScreenings {
  /** The other lead's answers: all of them, and those that stood. */
  answers: readonly number[];
  standing: readonly number[];
  /** The kept lead's own, replaced by the merge. */
  replaced: readonly number[];
  kept: StoredScreening | null;
  other: StoredScreening | null;
  /** What was signed for, of the lead whose status went on. */
  signedSha256: string | null;
}

interface Lead {
  id: number;
  studyId: number;
  /** As it is after the merge, or after undoing it. */
  status: LeadStatus;
}

/** Null: the other lead was asked nothing. */
export async function mergeScreenings(
  trx: Db,
  kept: Lead,
  otherId: number,
  { otherLeads, at }: { otherLeads: boolean; at: string },
): Promise<MergedScreenings | null> {
  const other = await takeScreening(trx, otherId);
  if (!other) return null;
  const own = await takeScreening(trx, kept.id);
  const leading = own && !otherLeads ? own : other;
  const version = await readVersion(trx, leading.criteriaVersionId);
  const byLead = await listPlacedAnswers(trx, [kept.id, otherId], version);
  const [ofKept, ofOther] = [byLead.get(kept.id) ?? [], byLead.get(otherId) ?? []];
  const [word, rest] = leading === own ? [ofKept, ofOther] : [ofOther, ofKept];
  const replaced = answeredInBoth(version, word, rest);
  await replaceAnswers(trx, replaced, at);
  const answers = ofOther.map(({ id }) => id);
  await moveAnswers(trx, answers, { fromId: otherId, toId: kept.id });
  await putScreening(trx, { ...leading, leadId: kept.id });
  await refreshScreening(trx, kept.id, leading.criteriaVersionId, at);
  await pinToVersionInForce(trx, kept, at);
  return {
    answers,
    standing: ofOther.filter(({ replacedAt }) => replacedAt === null).map(({ id }) => id),
    replaced: ofKept.map(({ id }) => id).filter((id) => replaced.includes(id)),
    kept: own ?? null,
    other,
    signedSha256: leading.signedSha256,
  };
}

/** Of `rest`, what stands beside an answer of `word` to the same question. */
function answeredInBoth(
  { criteria }: AskedVersion,
  word: readonly PlacedStoredAnswer[],
  rest: readonly PlacedStoredAnswer[],
): number[] {
  const heard = new Set(
    screeningLines(criteria, word).flatMap(({ answer }) => answer?.criterion.lineId ?? []),
  );
  const same = screeningLines(criteria, rest).flatMap(({ answer }) => answer?.id ?? []);
  const standing = new Set(
    word.filter(({ replacedAt }) => replacedAt === null).map(({ criterionId }) => criterionId),
  );
  return rest
    .filter(
      ({ id, replacedAt, criterion, criterionId }) =>
        replacedAt === null &&
        (standing.has(criterionId) || (same.includes(id) && heard.has(criterion.lineId))),
    )
    .map(({ id }) => id);
}

export async function partScreenings(
  trx: Db,
  kept: Lead,
  merged: Lead,
  { screenings, at }: { screenings: MergedScreenings; at: string },
): Promise<void> {
  const { answers, standing, replaced } = screenings;
  await moveAnswers(trx, answers, { fromId: kept.id, toId: merged.id });
  await letAnswersStand(trx, standing);
  await letAnswersStand(trx, replaced);
  if (screenings.other) {
    await putScreening(trx, screenings.other);
    await refreshScreening(trx, merged.id, screenings.other.criteriaVersionId, at);
    await pinToVersionInForce(trx, merged, at);
  }
  const now = await takeScreening(trx, kept.id);
  const wasAskedSince = (await listAnswers(trx, [kept.id])).length > 0;
  const before = screenings.kept ?? (wasAskedSince ? now : undefined);
  if (!now || !before) return;
  // A signature given since the merge stays with the lead that it was given for.
  const isSignedSince = now.signedSha256 !== screenings.signedSha256;
  const signedSha256 = isSignedSince ? now.signedSha256 : (screenings.kept?.signedSha256 ?? null);
  await putScreening(trx, { ...before, signedSha256 });
  await refreshScreening(trx, kept.id, before.criteriaVersionId, at);
  await pinToVersionInForce(trx, kept, at);
}
