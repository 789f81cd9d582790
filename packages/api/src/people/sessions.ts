// One's own sessions: seen, and ended. What is ended stops working with this very answer.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import {
  deleteSession,
  deleteSessionsOf,
  listSessions,
} from "@studydesk/db/people/session-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { notFound } from "@studydesk/domain/errors";
import type { RevokeSessionInput } from "@studydesk/domain/people/people-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { describeBrowser } from "./describe-browser";

export interface SessionView {
  id: string;
  createdAt: string;
  expiresAt: string;
  network: string | null;
  browser: string;
  isCurrent: boolean;
}

export async function readOwnSessions(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<{ sessions: SessionView[] }> {
  const sessions = await listSessions(db, viewer.userId, now().toISOString());
  return {
    sessions: sessions.map(({ userAgent, ...session }) => ({
      ...session,
      browser: describeBrowser(userAgent),
      isCurrent: session.id === viewer.sessionId,
    })),
  };
}

export type EndDeps = Pick<Deps, "db" | "now" | "viewers" | "live">;

export async function revokeSession(
  deps: EndDeps,
  viewer: Viewer,
  { sessionId }: RevokeSessionInput,
): Promise<{ revoked: number }> {
  const { userId } = viewer;
  return endSessions(deps, viewer, "person.session_revoked", async (trx) => {
    if (!(await deleteSession(trx, { userId, sessionId }))) throw notFound("session");
    return 1;
  });
}

export async function revokeOtherSessions(
  deps: EndDeps,
  viewer: Viewer,
): Promise<{ revoked: number }> {
  return endSessions(deps, viewer, "person.other_sessions_revoked", (trx) =>
    deleteSessionsOf(trx, viewer.userId, viewer.sessionId),
  );
}

/** Ends what `work` says, with its audit row; streams and what is remembered follow at once. */
export async function endSessions(
  { db, now, viewers, live }: EndDeps,
  viewer: Viewer,
  action: AuditAction,
  work: (trx: Deps["db"]) => Promise<number>,
): Promise<{ revoked: number }> {
  const { userId } = viewer;
  const revoked = await inTransaction(db, async (trx) => {
    const count = await work(trx);
    await addAudit(trx, {
      at: now().toISOString(),
      actorId: userId,
      action,
      subject: "person",
      subjectId: userId,
      siteId: null,
      details: { sessions: count },
    });
    return count;
  });
  viewers.forgetAll();
  live.announce();
  return { revoked };
}
