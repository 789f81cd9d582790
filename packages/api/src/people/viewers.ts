// Who asks, from the session cookie. Found sessions are remembered for some seconds, so that a screen's
// requests do not each read the same rows; whatever ends a session or changes a role empties it at once.
import { hash } from "node:crypto";
import type { Db } from "@studydesk/db/open-database";
import { findDeactivation } from "@studydesk/db/people/account-queries";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import { touchSession } from "@studydesk/db/people/session-queries";
import { idleSince } from "@studydesk/domain/people/session-life";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Auth, FoundSession } from "./auth";
import { readSecondFactorDuty, requireSecondFactor } from "./second-factor-duty";

export interface Viewers {
  /**
   * By the request's cookie header. Undefined: nobody is signed in, or no longer. Throws forbidden for
   * somebody who has to set up a second factor first.
   */
  read(cookie: string | null | undefined): Promise<Viewer | undefined>;
  /** Also somebody of whom `needsSecondFactor` is true: whoever asks lets them at their own account alone. */
  readAccount(cookie: string | null | undefined, asks?: Asks): Promise<Viewer | undefined>;
  /** Call after the commit that ended a session, changed a role or a password. */
  forgetAll(): void;
}

export interface Asks {
  /** A screen asks by itself: it is answered, and the session is used no longer by that. */
  isUnattended?: boolean;
}

/** The longest that another process may go on with what this one has ended. */
const rememberedMs = 10_000;
const rememberedMost = 1_000;
/** That a session is used is written down this often; each request would be a write. */
const noteUseMs = 300_000;

export function createViewers({
  auth,
  db,
  now,
}: {
  auth: Pick<Auth, "findSession">;
  db: Db;
  now: () => Date;
}): Viewers {
  const remembered = new Map<string, { viewer: Viewer; readAt: number }>();
  let generation = 0;

  async function find(cookie: string, { isUnattended }: Asks): Promise<Viewer | undefined> {
    const session = await auth.findSession(new Headers({ cookie }));
    const at = now();
    if (!session || session.expiresAt <= at || session.lastUsedAt <= idleSince(at))
      return undefined;
    const { sessionId, userId, name, email } = session;
    if (await findDeactivation(db, userId)) return undefined;
    const roles = await listRolesOf(db, userId);
    const isOwner = (await findInstallation(db))?.ownerUserId === userId;
    const { isNeeded } = await readSecondFactorDuty(db, userId, at);
    if (!isUnattended) await rememberUse(session, at);
    const needs = isNeeded ? { needsSecondFactor: true as const } : {};
    return { userId, name, email, isOwner, roles, sessionId, ...needs };
  }

  async function rememberUse({ sessionId, lastUsedAt }: FoundSession, at: Date): Promise<void> {
    if (at.getTime() - lastUsedAt.getTime() < noteUseMs) return;
    // On a disk that is full nothing is written, and whoever reads goes on reading: it is tried again next time.
    await touchSession(db, sessionId, at.toISOString()).catch(() => undefined);
  }

  async function readAccount(
    cookie: string | null | undefined,
    asks: Asks = {},
  ): Promise<Viewer | undefined> {
    if (!cookie) return undefined;
    const key = hash("sha256", cookie, "base64url");
    const readAt = now().getTime();
    const known = remembered.get(key);
    const age = known ? readAt - known.readAt : Number.NaN;
    // A clock that was set back must not keep anything alive.
    if (known && age >= 0 && age <= rememberedMs) return known.viewer;
    const startedIn = generation;
    const viewer = await find(cookie, asks);
    remembered.delete(key);
    // What was read before something ended may be out of date: answer it once, do not keep it.
    if (viewer && startedIn === generation) {
      if (remembered.size >= rememberedMost) remembered.clear();
      remembered.set(key, { viewer, readAt });
    }
    return viewer;
  }

  return {
    readAccount,
    async read(cookie) {
      const viewer = await readAccount(cookie);
      if (viewer) requireSecondFactor(viewer);
      return viewer;
    },
    forgetAll() {
      generation += 1;
      remembered.clear();
    },
  };
}
