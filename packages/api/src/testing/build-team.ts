// Two sites and the people that a test of people needs, with a watch on what is remembered of them.
import type { Db } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import type { Role, Viewer } from "@studydesk/domain/people/viewer";
import { vi } from "vitest";
import { buildCaller } from "./build-caller";
import { buildDeps } from "./build-deps";
import { hashLightly } from "./hash-lightly";

export const password = "velvet teapot rides north";
export const otherPassword = "gravel monsoon lantern seven";

/** The coordinator signs in with `password`; nobody else has one. */
export async function buildTeam(db: Db) {
  const forgetAll = vi.fn<() => void>();
  const deps = buildDeps(db, { viewers: { forgetAll } });
  const site = await buildSite(db);
  const elsewhere = await buildSite(db, { name: "Shelbyville Clinic" });
  const person = (role: Role, siteId = site.id) => buildPerson(db, { role, siteId });
  const admin = await person("admin");
  const coordinator = await buildPerson(db, {
    role: "coordinator",
    siteId: site.id,
    passwordHash: await hashLightly(password),
  });
  const foreignAdmin = await person("admin", elsewhere.id);
  const owner = await buildPerson(db, { isOwner: true, name: "Olga Owner" });
  const callAs = (viewer: Viewer | undefined, network?: string) =>
    buildCaller(deps, viewer, { network }).people;
  return { deps, callAs, forgetAll, site, elsewhere, admin, coordinator, foreignAdmin, owner };
}

/** What the audit says, oldest first. */
export const readAudit = (db: Db) =>
  db.selectFrom("audit").select(["action", "details"]).orderBy("sequence").execute();

export const sessionIdsOf = async (db: Db, userId: string) =>
  (await db.selectFrom("session").select("id").where("userId", "=", userId).execute()).map(
    ({ id }) => id,
  );
