// Follows the events table for one viewer: from the event seen last, or from now. Sessions and roles are
// read again with every look at it, so that a stream shows nothing to somebody who no longer may see it, and
// ends with the session or with the grace for a second factor.
import { findLastEventId } from "@studydesk/db/events";
import type { EventKind } from "@studydesk/db/schema/outbox";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type SharedLooks, sharedLooksOf } from "./shared-looks";
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
 * when the viewer's session is gone or a second factor is needed. Throws rate_limited when a newer one took its place.
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
  return follow(sharedLooksOf(deps), viewer, start, announcements, signal);
}

async function* follow(
  looks: SharedLooks,
  viewer: Viewer,
  start: number,
  announcements: AsyncIterator<unknown>,
  signal: AbortSignal,
): AsyncGenerator<ShownEvent> {
  let seen = start;
  try {
    while (!signal.aborted) {
      const look = await looks.look(viewer, seen);
      if (!look) return;
      for (const { byUserId, ...event } of look.events) {
        yield { ...event, byMe: byUserId === viewer.userId };
      }
      // Other sites' events are not looked through again.
      seen = look.upTo;
      if (!look.hasMore) await announcements.next();
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

function readEventId(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
