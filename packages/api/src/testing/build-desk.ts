// A site with a lead, a coordinator and an admin, and what a test of changes looks at: how a call was
// refused, and everything that a refused one must leave as it was.
import type { Db } from "@studydesk/db/open-database";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { DomainError } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import { buildCaller } from "./build-caller";
import { buildDeps } from "./build-deps";

/** The lead is new and 26 hours old, at a site that promises a contact within 24. */
export async function buildDesk(db: Db) {
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db);
  const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" });
  const bo = await buildPerson(db, { role: "admin", siteId, name: "Bo Example" });
  const lead = await buildLead(db, { siteId, createdAt: "2026-08-31T10:00:00.000Z" });
  await buildConsent(db, lead, "Please call after six.");
  return {
    db,
    deps,
    siteId,
    lead,
    kim,
    bo,
    asKim: buildCaller(deps, kim).leads,
    asBo: buildCaller(deps, bo).leads,
  };
}

/** All that changes to leads write; who merely opened one is left out. */
export async function readChanges(db: Db) {
  return {
    leads: await db.selectFrom("leads").selectAll().execute(),
    attempts: await db.selectFrom("contactAttempts").selectAll().execute(),
    activities: await db.selectFrom("activities").selectAll().execute(),
    events: await db.selectFrom("events").selectAll().execute(),
    audit: await db.selectFrom("audit").selectAll().where("action", "!=", "lead.opened").execute(),
  };
}

/** Undefined: it was not refused. A fault is given as it was thrown. */
export async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError && error.cause instanceof DomainError)) return error;
  const { code, reason, details } = error.cause;
  return { code, reason, ...(details ? { details } : {}) };
}
