// Follows the events table for one viewer: from the event seen last, or from now. Session and roles are
// read again with every look, so that a stream shows nothing to somebody who no longer may see it, and
// ends with the session.
import { findLastEventId, listEventsAfter } from "@studydesk/db/events";
import type { Db } from "@studydesk/db/open-database";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import { hasSession } from "@studydesk/db/people/session-queries";
import type { EventKind } from "@studydesk/db/schema/outbox";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { lostToNewer, mostStreams } from "./stream-places";

export interface ShownEvent {
  id: number;
  kind: EventKind;
  subjectId: string;
  siteId: number | null;
  byMe: boolean;
}

/**
 * Nothing that is committed after this resolves is left out. The stream ends when the signal does, or
 * when the viewer's session is gone. Throws rate_limited when a newer one took its place.
 */
export async function streamEvents(
  deps: Pick<Deps, "db" | "live" | "now">,
  viewer: Viewer,
  lastEventId: string | undefined,
  leaving: AbortSignal,
): Promise<AsyncGenerator<ShownEvent>> {
  const signal = deps.live.places.take(viewer.userId, leaving);
  // Listening starts before the first look: whatever is committed in between is told, not lost.
  const announcements = deps.live.announcements(signal)[Symbol.asyncIterator]();
  const newest = await findLastEventId(deps.db);
  const start = Math.min(newest, readEventId(lastEventId) ?? newest);
  return follow(deps, viewer, start, announcements, signal);
}

async function* follow(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  start: number,
  announcements: AsyncIterator<unknown>,
  signal: AbortSignal,
): AsyncGenerator<ShownEvent> {
  let seen = start;
  try {
    while (!signal.aborted) {
      const siteIds = await readSites(db, viewer, now());
      if (!siteIds) return;
      const head = await findLastEventId(db);
      const events = await listEventsAfter(db, seen, siteIds, viewer.isOwner);
      if (events.length === 0) {
        // Nothing for this viewer up to there: other sites' events are not looked through again.
        seen = Math.max(seen, head);
        await announcements.next();
        continue;
      }
      // Read again: what was taken away meanwhile is gone before the first of these is told.
      const stillSees = await readSites(db, viewer, now());
      if (!stillSees) return;
      if (siteIds.some((siteId) => !stillSees.includes(siteId))) continue;
      for (const { byUserId, ...event } of events) {
        seen = event.id;
        yield { ...event, byMe: byUserId === viewer.userId };
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await announcements.return?.();
  }
  if (signal.reason === lostToNewer) throw tooMany();
}

function tooMany(): DomainError {
  return new DomainError(
    "rate_limited",
    `You have Studydesk open in more than ${mostStreams} browsers at once, so this one no longer hears of changes. Close some of them, and load this page again.`,
    { reason: "too_many_streams" },
  );
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
