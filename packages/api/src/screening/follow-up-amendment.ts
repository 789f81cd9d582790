// One press makes follow-ups of those whom a version touched: whoever has to be asked again is due now,
// whoever may fit is opened again. Through the same guards as by hand, so each can be taken back.
import { holdLeads } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { withSavepoint } from "@studydesk/db/savepoint";
import { listAmendmentLeads, setFollowedUp } from "@studydesk/db/screening/amendment-queries";
import { DomainError } from "@studydesk/domain/errors";
import { siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import { amendedStatuses } from "@studydesk/domain/screening/amendment";
import type { FollowUpAmendmentInput } from "@studydesk/domain/screening/criteria-inputs";
import { planFollowUp } from "../contact/set-follow-up";
import type { Deps } from "../deps";
import { moveLeadTo } from "../leads/change-status";
import { getLeadToWorkOn, type LeadWork } from "../leads/save-lead";
import { tellOfManyLeads } from "../record-change";
import { type AmendmentLeadView, toAmendmentViews } from "./amendment-view";
import { getVersion } from "./criteria-view";

export interface FollowedUp {
  /** Leads that are due now. */
  made: number;
  /** Leads that a rule kept as they were. */
  refused: number;
  /** By which each can be taken back; the newest last. */
  changeIds: number[];
  /** Where the next call goes on; null: all are done. */
  next: number | null;
}

/** Small enough that nobody at the desk waits for it. */
const leadsPerChunk = 50;
const leadsPerCall = 500;

/** Of the viewer's sites alone. Throws not_found, and forbidden for whoever works on no lead there. */
export async function followUpAmendment(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: FollowUpAmendmentInput,
): Promise<FollowedUp> {
  await getVersion(deps.db, viewer, input.versionId);
  const siteIds = siteIdsWithRole(viewer, "coordinator", "admin");
  if (siteIds.length === 0) {
    throw new DomainError(
      "forbidden",
      "Coordinators and admins of a site work on its leads. Ask one of them to make these follow-ups.",
    );
  }
  const done: FollowedUp = { made: 0, refused: 0, changeIds: [], next: input.after ?? 0 };
  for (let seen = 0; seen < leadsPerCall && done.next !== null; seen += leadsPerChunk) {
    await inTransaction(deps.db, (trx) =>
      followUpChunk(trx, viewer, input, { deps, siteIds, done }),
    );
    deps.live.announce();
  }
  return done;
}

async function followUpChunk(
  trx: Db,
  viewer: Viewer,
  { versionId, effect }: FollowUpAmendmentInput,
  work: { deps: Pick<Deps, "now">; siteIds: readonly number[]; done: FollowedUp },
): Promise<void> {
  const { deps, siteIds, done } = work;
  const now = deps.now();
  const at = now.toISOString();
  const { version } = await getVersion(trx, viewer, versionId);
  const found = await listAmendmentLeads(trx, versionId, siteIds, {
    ...{ effects: [effect], after: done.next ?? 0, limit: leadsPerChunk + 1, isOpen: true },
  });
  const chunk = found.slice(0, leadsPerChunk);
  await holdLeads(
    trx,
    chunk.map(({ leadId }) => leadId),
  );
  const changedSites: number[] = [];
  for (const row of await toAmendmentViews(trx, version, chunk)) {
    if (!isStillOpen(row)) continue;
    const made = await tryToFollowUp(trx, viewer, row, { now, quiet: true });
    if (!made) {
      done.refused += 1;
      continue;
    }
    await setFollowedUp(trx, versionId, row.leadId, at);
    changedSites.push(made.siteId);
    done.made += 1;
    done.changeIds.push(...made.changeIds);
  }
  await tellOfManyLeads(trx, { siteIds: changedSites, at, byUserId: viewer.userId });
  done.next = found.length > leadsPerChunk ? (chunk.at(-1)?.leadId ?? null) : null;
}

/** What was asked or opened since needs nobody's reminder any more. */
function isStillOpen({ effect, status, isAskedSince }: AmendmentLeadView): boolean {
  return !isAskedSince && (effect === "may_fit" || amendedStatuses.includes(status));
}

async function tryToFollowUp(
  trx: Db,
  viewer: Viewer,
  row: AmendmentLeadView,
  work: LeadWork,
): Promise<{ siteId: number; changeIds: number[] } | undefined> {
  try {
    return await withSavepoint(trx, () => followUp(trx, viewer, row, work));
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

async function followUp(
  trx: Db,
  viewer: Viewer,
  { leadId, effect, labels }: AmendmentLeadView,
  work: LeadWork,
): Promise<{ siteId: number; changeIds: number[] }> {
  const at = work.now.toISOString();
  const lead = await getLeadToWorkOn(trx, viewer, leadId);
  const { siteId } = lead;
  const named = labels.join(", ");
  if (effect === "ask_again") {
    // What the lead was due for before is not forgotten over it.
    const before = lead.followUpNote ? `. Before: ${lead.followUpNote}` : "";
    const note = `Ask again: ${named}${before}`.slice(0, 500);
    return { siteId, changeIds: [await planFollowUp(trx, viewer, lead, { at, note }, work)] };
  }
  const move = { to: "pre_screening", reason: "criteria_changed" } as const;
  const movedId = await moveLeadTo(trx, viewer, lead, move, work);
  const moved = await getLeadToWorkOn(trx, viewer, leadId);
  const note = `May fit now: ${named} changed`;
  return {
    siteId,
    changeIds: [movedId, await planFollowUp(trx, viewer, moved, { at, note }, work)],
  };
}
