// Holding leads for a screen. What is held is nobody else's to be given; a screen that gives no sign for
// `holdMs` holds nothing any more, so a lead is never stuck with a browser that died.

import { findLead, isLeadAt } from "@studydesk/db/leads/lead-queries";
import { inTransaction } from "@studydesk/db/open-database";
import {
  type Holder,
  listHolders,
  listHoldsOf,
  releaseHold,
  releaseHolds,
  shortenHolds,
  takeHold,
} from "@studydesk/db/queue/hold-queries";
import { canWorkOnLead } from "@studydesk/domain/leads/lead-policy";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import {
  type HoldLeadsInput,
  holdMs,
  type LetGoInput,
  letGoMs,
} from "@studydesk/domain/queue/queue-inputs";
import type { Deps } from "../deps";

/**
 * True once the lead is held for this screen. False: somebody else has it, or it is not what it was when it
 * was picked (worked on meanwhile), so that the reason to bring it may not hold any more.
 */
export async function holdLead(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId, sessionId }: Viewer,
  screenId: string,
  lead: { id: number; version: number },
): Promise<boolean> {
  const at = now();
  const hold = {
    leadId: lead.id,
    userId,
    sessionId,
    screenId,
    now: at.toISOString(),
    until: new Date(at.getTime() + holdMs).toISOString(),
  };
  // A hold with most of its time left needs no write: Today asks again after every event.
  const fresh = new Date(at.getTime() + holdMs / 2).toISOString();
  const held = await listHoldsOf(db, hold, hold.now);
  if (held.some(({ leadId, until }) => leadId === lead.id && until > fresh)) return true;
  return inTransaction(db, async (trx) => {
    if (!(await takeHold(trx, hold))) return false;
    if (await isLeadAt(trx, lead)) return true;
    await releaseHold(trx, lead.id);
    return false;
  });
}

/** The screen lets go of all other leads. */
export async function keepOnly(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId }: Viewer,
  screenId: string,
  leadIds: readonly number[],
): Promise<void> {
  const held = await listHoldsOf(db, { userId, screenId }, now().toISOString());
  if (held.every(({ leadId }) => leadIds.includes(leadId))) return;
  await releaseHolds(db, { userId, screenId }, leadIds);
}

/** A lead that the screen shows, and whom it is in front of instead. */
export interface HeldElsewhere {
  leadId: number;
  name: string;
  /** Another tab of the same person. */
  isMe: boolean;
  since: string;
}

/** The screen is still there: what it shows is its own for longer, or it learns whose it is by now. */
export async function renewHolds(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { screenId, leadIds }: HoldLeadsInput,
): Promise<HeldElsewhere[]> {
  const { db } = deps;
  const at = deps.now();
  const now = at.toISOString();
  const until = new Date(at.getTime() + holdMs).toISOString();
  const { userId, sessionId } = viewer;
  const lost: number[] = [];
  await inTransaction(db, async (trx) => {
    for (const leadId of leadIds) {
      const lead = await findLead(trx, siteIdsOf(viewer), leadId);
      if (!lead || !canWorkOnLead(viewer, lead)) continue;
      const hold = { leadId, userId, sessionId, screenId, now, until };
      if (!(await takeHold(trx, hold))) lost.push(leadId);
    }
  });
  return (await listHolders(db, lost, now)).map((holder) => toHeldElsewhere(holder, viewer));
}

function toHeldElsewhere(holder: Holder, { userId }: Viewer): HeldElsewhere {
  const { leadId, name, since } = holder;
  return { leadId, name, isMe: holder.userId === userId, since };
}

/** The tab goes away. It may only be loading again, so what it shows stays its own for some seconds. */
export async function letGo(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId }: Viewer,
  { screenId }: LetGoInput,
): Promise<void> {
  const until = new Date(now().getTime() + letGoMs).toISOString();
  await shortenHolds(db, { userId, screenId }, until);
}
