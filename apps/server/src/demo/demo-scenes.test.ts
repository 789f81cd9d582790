import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLeadReviews } from "@studydesk/api/reviews/read-lead-reviews";
import { verifySignature } from "@studydesk/api/reviews/verify-signature";
import { refreshScreenings } from "@studydesk/api/screening/refresh-screening";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { selectLeads, toLeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { listPeople } from "@studydesk/db/people/person-queries";
import { listWaiting } from "@studydesk/db/reviews/queue-queries";
import { listSites } from "@studydesk/db/sites/site-queries";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { type LeadStatus, leadStatuses } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { expect, it, onTestFinished } from "vitest";
import { prepareDemo } from "./prepare-demo";

async function openDemo() {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-demo-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  await prepareDemo(deps, { dataFolder: folder, log: () => {} });
  return { db, deps };
}

async function findInvestigator(db: Db, siteId: number): Promise<Viewer> {
  const people = await listPeople(db, [siteId]);
  const found = people.find(({ roles }) => roles.some(({ role }) => role === "investigator"));
  if (!found) throw new Error("The demo has no investigator there.");
  const { userId, name, email } = found;
  const roles = [{ siteId, role: "investigator" as const }];
  return { userId, name, email, isOwner: false, roles, sessionId: "" };
}

it("counts and binds answers as the desk does, and every signature holds", async () => {
  const { db } = await openDemo();
  const screenings = await db.selectFrom("screenings").selectAll().orderBy("leadId").execute();
  const at =
    screenings
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? "";
  await inTransaction(db, async (trx) => {
    for (const [versionId, rows] of Map.groupBy(screenings, (row) => row.criteriaVersionId)) {
      await refreshScreenings(
        trx,
        rows.map(({ leadId }) => leadId),
        versionId,
        at,
      );
    }
  });
  const again = await db.selectFrom("screenings").selectAll().orderBy("leadId").execute();
  const bare = (rows: typeof again) => rows.map(({ updatedAt: _, ...row }) => row);
  expect(bare(again)).toEqual(bare(screenings));
  const signatures = await db.selectFrom("signatures").selectAll().execute();
  expect(new Set(signatures.map(verifySignature))).toEqual(new Set(["matches"]));
  expect(signatures.length).toBeGreaterThan(20);
  const decided = await db
    .selectFrom("reviews")
    .select("id")
    .where("decision", "in", ["eligible", "not_eligible"])
    .execute();
  expect(signatures).toHaveLength(decided.length);
});

it("has something to show on every screen of screening, review and visits, at each site", async () => {
  const { db, deps } = await openDemo();
  const now = deps.now().toISOString();
  for (const { id: siteId } of await listSites(db, "all")) {
    const waiting = await listWaiting(db, [siteId], 100);
    expect(waiting.filter(({ answersQuestion }) => answersQuestion)).not.toEqual([]);
    expect(waiting.filter(({ isOvertaken }) => isOvertaken)).not.toEqual([]);
    expect(waiting.filter(({ unknowns, isOvertaken }) => unknowns > 1 && !isOvertaken)).not.toEqual(
      [],
    );
    expect(waiting.filter(({ unknowns }) => unknowns === 0)).not.toEqual([]);
    const leads = await selectLeads(db).where("leads.siteId", "=", siteId).execute();
    const having = (status: LeadStatus) => leads.filter((lead) => lead.status === status);
    for (const status of leadStatuses) expect([status, having(status)]).not.toEqual([status, []]);
    const visits = await db
      .selectFrom("visits")
      .select(["state", "startsAt"])
      .where(
        "leadId",
        "in",
        leads.map(({ id }) => id),
      )
      .execute();
    expect(new Set(visits.map(({ state }) => state))).toEqual(
      new Set(["planned", "held", "no_show"]),
    );
    const toCome = visits.filter(({ state, startsAt }) => state === "planned" && startsAt > now);
    expect(toCome.length).toBeGreaterThan(2);
    const failed = new Set(having("pre_screen_failure").map(({ criterionId }) => criterionId));
    expect(failed.size).toBeGreaterThan(1);
    expect(failed.has(null)).toBe(false);
    // What an investigator signed and nobody changed is on the page today as it was then.
    const wen = await findInvestigator(db, siteId);
    const signed = having("visit_scheduled").map(toLeadRecord);
    const read = await Promise.all(signed.map((lead) => readLeadReviews(db, wen, lead)));
    const states = read.map(({ signature }) => [signature?.state, signature?.changes?.length]);
    expect(states).toContainEqual(["overtaken", 1]);
    expect(states.filter(([state]) => state === "stands")).toContainEqual(["stands", 0]);
    expect(states.filter(([state, changes]) => state === "stands" && changes !== 0)).toEqual([]);
  }
  const rows = await db
    .selectFrom("amendmentLeads")
    .innerJoin("criteriaVersions", "criteriaVersions.id", "criteriaVersionId")
    .select(["effect", "number"])
    .execute();
  expect(new Set(rows.map(({ number }) => number))).toEqual(new Set([2]));
  const having = (effect: string) => rows.filter((row) => row.effect === effect).length;
  expect(having("ask_again")).toBeGreaterThan(3);
  expect(having("may_fit")).toBeGreaterThan(0);
});
