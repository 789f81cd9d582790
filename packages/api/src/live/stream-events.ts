// Follows the events table for one viewer: from the event seen last, or from now. Sessions and roles
// are read again before each look, so that a stream shows nothing to somebody who no longer may see
// it, and ends with the session.
import { type EventKind, findLastEventId, listEventsAfter } from "@studydesk/db/events";
import type { Db } from "@studydesk/db/open-database";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import { hasSession } from "@studydesk/db/people/session-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";

export interface ShownEvent {
  id: number;
  kind: EventKind;
  subjectId: string;
  siteId: number | null;
  byMe: boolean;
}

/** Ends when the signal does, or when the viewer's session is gone. */
export async function* streamEvents(
  { db, live, now }: Pick<Deps, "db" | "live" | "now">,
  viewer: Viewer,
  lastEventId: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ShownEvent> {
  const ended = signal ?? new AbortController().signal;
  // Listening starts before the first look: whatever is committed in between is told, not lost.
  const announcements = live.announcements(ended)[Symbol.asyncIterator]();
  const newest = await findLastEventId(db);
  let seen = Math.min(newest, readEventId(lastEventId) ?? newest);
  try {
    while (!ended.aborted) {
      const siteIds = await readSites(db, viewer, now());
      if (!siteIds) return;
      const head = await findLastEventId(db);
      const events = await listEventsAfter(db, seen, siteIds, viewer.isOwner);
      for (const { byUserId, ...event } of events) {
        seen = event.id;
        yield { ...event, byMe: byUserId === viewer.userId };
      }
      if (events.length > 0) continue;
      // Nothing for this viewer up to there: other sites' events are not looked through again.
      seen = Math.max(seen, head);
      await announcements.next();
    }
  } catch (error) {
    if (!ended.aborted) throw error;
  } finally {
    await announcements.return?.();
  }
}

/** The sites whose events the viewer may see now; undefined: the session is over. */
async function readSites(
  db: Db,
  { userId, sessionId }: Viewer,
  now: Date,
): Promise<number[] | undefined> {
  if (!(await hasSession(db, { userId, sessionId, at: now.toISOString() }))) return undefined;
  return (await listRolesOf(db, userId)).map(({ siteId }) => siteId);
}

function readEventId(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
