// Publishing a draft: from then on it is the version in force and stays as it is. In the same transaction
// every open lead before consent goes over to it, and whom it touches is written down.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addAmendmentLeads,
  countAmendmentLeads,
  type TouchedLead,
} from "@studydesk/db/screening/amendment-queries";
import { listAskedCriteria } from "@studydesk/db/screening/criteria-queries";
import { publishDraft, type StoredVersion } from "@studydesk/db/screening/version-queries";
import { DomainError, staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { PublishVersionInput } from "@studydesk/domain/screening/criteria-inputs";
import type { Deps } from "../deps";
import { recordChange, tellOfManyLeads } from "../record-change";
import { getVersion } from "./criteria-view";
import { lockDraft } from "./edit-criteria";
import { countEffects, type EffectCounts, measureAmendment } from "./measure-amendment";
import { refreshScreenings } from "./refresh-screening";

/** How many leads of all sites a version touches, or touched when it was published. Throws not_found. */
export async function readEffect(db: Db, viewer: Viewer, versionId: number): Promise<EffectCounts> {
  const { version } = await getVersion(db, viewer, versionId);
  return version.publishedAt === null
    ? countTouched(await measureAmendment(db, version))
    : countEffects(await countAmendmentLeads(db, versionId, "all"));
}

export interface Published {
  versionId: number;
  number: number;
  effect: EffectCounts;
}

/** Throws not_found, forbidden, conflict, and rule_broken while something is in doubt. */
export async function publishCriteria(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: PublishVersionInput,
): Promise<Published> {
  const at = deps.now().toISOString();
  const published = await inTransaction(deps.db, async (trx) => {
    const draft = await lockDraft(trx, viewer, input.versionId);
    const { studyId } = draft;
    await refuseUnsettled(trx, draft);
    const touched = await measureAmendment(trx, draft);
    const { expectedRevision } = input;
    const change = { id: draft.id, expectedRevision, at, byUserId: viewer.userId };
    if (!(await publishDraft(trx, change))) throw staleVersion("draft", draft.revision);
    await addAmendmentLeads(trx, draft.id, touched);
    await takeOver(trx, draft.id, touched, at);
    const effect = countTouched(touched);
    const { number } = draft;
    const siteIds = touched.map(({ siteId }) => siteId);
    await tellOfManyLeads(trx, { siteIds, at, byUserId: viewer.userId });
    await recordChange(trx, {
      ...{ at, actorId: viewer.userId, action: "criteria.published" },
      ...{ subject: "study", subjectId: String(studyId), siteId: null },
      details: { version: number, ...effect },
    });
    return { versionId: draft.id, number, effect };
  });
  deps.live.announce();
  return published;
}

async function refuseUnsettled(trx: Db, { id }: StoredVersion): Promise<void> {
  const criteria = await listAskedCriteria(trx, id);
  const open = criteria.filter(({ doubt }) => doubt !== null);
  if (open.length > 0) {
    const labels = open.map(({ label }) => label).join(", ");
    throw new DomainError(
      "rule_broken",
      `Not published yet: ${labels} ${open.length === 1 ? "is" : "are"} in doubt. Settle what is unclear there, then publish.`,
      { reason: "open_doubts", details: { open: open.length } },
    );
  }
  if (criteria.length > 0) return;
  throw new DomainError(
    "rule_broken",
    "A version without any criterion asks nothing. Add one, then publish.",
    { reason: "no_criteria" },
  );
}

/** Leads whose answers are read and counted together. */
const mostTogether = 500;

/** Those who failed stay with the version that they failed by until they are opened again. */
async function takeOver(
  trx: Db,
  versionId: number,
  touched: readonly TouchedLead[],
  at: string,
): Promise<void> {
  const leadIds = touched.filter(({ effect }) => effect !== "may_fit").map(({ leadId }) => leadId);
  for (let from = 0; from < leadIds.length; from += mostTogether) {
    await refreshScreenings(trx, leadIds.slice(from, from + mostTogether), versionId, at);
  }
}

function countTouched(touched: readonly TouchedLead[]): EffectCounts {
  const groups = Map.groupBy(touched, ({ effect }) => effect);
  return countEffects(new Map([...groups].map(([effect, leads]) => [effect, leads.length])));
}
