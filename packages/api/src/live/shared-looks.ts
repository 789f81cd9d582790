// What all open streams of a server ask the database at the same moment is asked once for all of them: a
// thousand streams that hear of one change would otherwise ask thousands of questions before the last one tells
// of it. Who may see what is read after the events, so that what was taken away before an event is known with it.
import { type LiveEvent, listEventsAfter } from "@studydesk/db/events";
import type { Db } from "@studydesk/db/open-database";
import { listAllRoleSites } from "@studydesk/db/people/role-queries";
import { listOpenSessions } from "@studydesk/db/people/session-queries";
import { listSitesOfStudies } from "@studydesk/db/studies/study-site-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import type { LiveEvents } from "../live-events";
import { listWhoNeedSecondFactor } from "../people/second-factor-duty";

export interface Look {
  /** Whatever this viewer may see now, oldest first. */
  events: LiveEvent[];
  /** Up to here nothing was left out. */
  upTo: number;
  /** More than one look takes lies behind it. */
  hasMore: boolean;
}

export interface SharedLooks {
  /**
   * What happened behind `afterId` until now or later; undefined: the viewer's session is over, or their grace for a
   * second factor is.
   */
  look(viewer: Viewer, afterId: number): Promise<Look | undefined>;
}

const portion = 1_000;

interface Seen {
  events: readonly LiveEvent[];
  upTo: number;
  /** Session ids to whose they are; without those whom only their own account answers. */
  sessions: ReadonlyMap<string, string>;
  sites: ReadonlyMap<string, ReadonlySet<number>>;
  sitesOfStudies: ReadonlyMap<string, readonly number[]>;
}

const looks = new WeakMap<LiveEvents, SharedLooks>();

/** One for all streams of a server, which share its announcements. */
export function sharedLooksOf({ db, live, now }: Pick<Deps, "db" | "live" | "now">): SharedLooks {
  const known = looks.get(live) ?? createSharedLooks(db, now);
  looks.set(live, known);
  return known;
}

function createSharedLooks(db: Db, now: () => Date): SharedLooks {
  /** Not begun yet: whoever asks now may join. By the first event that anybody of them has not seen. */
  let joining: { from: number; seen: Promise<Seen> } | undefined;

  function join(afterId: number): Promise<Seen> {
    if (joining) {
      joining.from = Math.min(joining.from, afterId);
      return joining.seen;
    }
    const batch = {
      from: afterId,
      seen: new Promise<Seen>((resolve, reject) => {
        setImmediate(() => {
          joining = undefined;
          readAll(db, batch.from, now()).then(resolve, reject);
        });
      }),
    };
    joining = batch;
    return batch.seen;
  }

  return {
    async look(viewer, afterId) {
      let seen = await join(afterId);
      // Somebody came back from far behind, and the portion ended before what this one is waiting for.
      if (seen.upTo < afterId) seen = await readAll(db, afterId, now());
      if (seen.sessions.get(viewer.sessionId) !== viewer.userId) return undefined;
      const own = seen.sites.get(viewer.userId) ?? new Set();
      const isTheirs = ({ siteId, kind, subjectId }: LiveEvent) => {
        if (siteId !== null) return own.has(siteId);
        if (viewer.isOwner) return true;
        const ofStudy = kind === "study" ? (seen.sitesOfStudies.get(subjectId) ?? []) : [];
        return ofStudy.some((each) => own.has(each));
      };
      const events = seen.events.filter((event) => event.id > afterId && isTheirs(event));
      const hasMore = seen.events.length === portion;
      return { events, upTo: Math.max(afterId, seen.upTo), hasMore };
    },
  };
}

async function readAll(db: Db, afterId: number, at: Date): Promise<Seen> {
  const events = await listEventsAfter(db, afterId, portion);
  const ofStudies = events.filter(({ siteId, kind }) => siteId === null && kind === "study");
  const sitesOfStudies = new Map<string, number[]>();
  if (ofStudies.length > 0) {
    for (const { studyId, siteId } of await listSitesOfStudies(db)) {
      const key = String(studyId);
      sitesOfStudies.set(key, [...(sitesOfStudies.get(key) ?? []), siteId]);
    }
  }
  const sites = new Map<string, Set<number>>();
  for (const { userId, siteId } of await listAllRoleSites(db)) {
    sites.set(userId, (sites.get(userId) ?? new Set()).add(siteId));
  }
  const open = await listOpenSessions(db, at.toISOString());
  const refused = await listWhoNeedSecondFactor(db, at);
  const sessions = new Map(
    open.flatMap(({ id, userId }) => (refused.has(userId) ? [] : [[id, userId] as const])),
  );
  return { events, upTo: events.at(-1)?.id ?? afterId, sessions, sites, sitesOfStudies };
}
