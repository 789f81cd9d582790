// Who has a lead open says so again and again, and says when they leave. Only what is news is told to
// other screens; nothing of it goes into the audit, which has that the lead was opened.
import { addEvent } from "@studydesk/db/events";
import { findLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  deletePresence,
  deletePresenceBefore,
  findPresence,
  listPresence,
  type Presence,
  savePresence,
} from "@studydesk/db/presence/presence-queries";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { type PresenceBeatInput, presenceKeptMs } from "@studydesk/domain/presence/presence";
import type { Deps } from "../deps";
import { getLead } from "../leads/save-lead";

type PresenceDeps = Pick<Deps, "db" | "now" | "live">;

/** Throws not_found for a lead of another site. */
export async function sayPresence(
  deps: PresenceDeps,
  viewer: Viewer,
  { leadId, what }: PresenceBeatInput,
): Promise<void> {
  const { siteId } = await getLead(deps.db, viewer, leadId);
  const { userId } = viewer;
  const at = deps.now();
  const here = { leadId, userId, what, seenAt: at.toISOString() };
  const before = await findPresence(deps.db, here);
  if (before?.what === what && before.seenAt >= oldestOf(at)) {
    await savePresence(deps.db, here);
    return;
  }
  // By itself: two who come back at once would each wait for the row that the other one holds.
  await deletePresenceBefore(deps.db, oldestOf(at));
  await inTransaction(deps.db, async (trx) => {
    await savePresence(trx, here);
    await tell(trx, { leadId, siteId, userId, at });
  });
  deps.live.announce();
}

/** Never refused: on a lead that is not theirs to see nobody was. */
export async function leaveLead(deps: PresenceDeps, viewer: Viewer, leadId: number): Promise<void> {
  const { userId } = viewer;
  const at = deps.now();
  const wasHere = await inTransaction(deps.db, async (trx) => {
    if (!(await deletePresence(trx, { leadId, userId }))) return false;
    const lead = await findLead(trx, siteIdsOf(viewer), leadId);
    if (lead) await tell(trx, { leadId, siteId: lead.siteId, userId, at });
    return lead !== undefined;
  });
  if (wasHere) deps.live.announce();
}

/** Everybody else on leads of the viewer's sites. */
export async function readPresence(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<Presence[]> {
  const people = await listPresence(db, siteIdsOf(viewer), oldestOf(now()));
  return people.filter(({ userId }) => userId !== viewer.userId);
}

function oldestOf(at: Date): string {
  return new Date(at.getTime() - presenceKeptMs).toISOString();
}

async function tell(
  trx: Db,
  { leadId, siteId, userId, at }: { leadId: number; siteId: number; userId: string; at: Date },
): Promise<void> {
  await addEvent(trx, {
    at: at.toISOString(),
    kind: "presence",
    subjectId: String(leadId),
    siteId,
    byUserId: userId,
  });
}
