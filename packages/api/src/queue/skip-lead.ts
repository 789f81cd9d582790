// Puts a lead of Today aside, with a reason that the team sees on its timeline; it comes back by itself at
// the reason's time. A lead that is somebody else's to call is given to them.

import { inTransaction } from "@studydesk/db/open-database";
import { deleteSkips, keepSkip } from "@studydesk/db/queue/skip-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  type BringBackInput,
  isHandingOver,
  type SkipLeadInput,
  skipOf,
} from "@studydesk/domain/queue/skip-lead";
import type { Deps } from "../deps";
import { giveLeadTo } from "../leads/assign-lead";
import { type LeadView, readLeadView } from "../leads/lead-view";
import { getLead, getLeadToChange, recordLeadChange } from "../leads/save-lead";

export interface Skipped {
  lead: LeadView;
  /** When it comes back, ISO-8601 UTC; null where it is somebody else's now. */
  until: string | null;
}

export async function skipLead(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: SkipLeadInput,
): Promise<Skipped> {
  const now = deps.now();
  const at = now.toISOString();
  const { leadId, reason, toUserId } = input;
  const skipped = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["ownerId"]);
    const isGiven = isHandingOver(reason) && Boolean(toUserId);
    const { until, forAll } = skipOf(reason, lead, now);
    const back = isGiven ? null : until.toISOString();
    const isMoving = toUserId !== undefined && toUserId !== lead.ownerId;
    const changeId = isMoving ? await giveLeadTo(trx, viewer, lead, toUserId, { now }) : undefined;
    const moved = await getLead(trx, viewer, leadId);
    if (back !== null) {
      const by = { byUserId: viewer.userId, leadVersion: moved.version };
      await keepSkip(trx, { ...by, leadId, forAll, until: back });
    }
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [{ kind: "skipped", reason, until: back }],
      action: "lead.skipped",
      details: { reason, until: back },
    });
    const view = await readLeadView(trx, viewer, moved, now, {
      ...(changeId === undefined ? {} : { changeId }),
    });
    return { lead: view, until: back };
  });
  deps.live.announce();
  return skipped;
}

/** What this person put aside is in the queue again at once. */
export async function bringBack(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { leadIds }: BringBackInput,
): Promise<void> {
  await deleteSkips(db, viewer.userId, leadIds);
}
