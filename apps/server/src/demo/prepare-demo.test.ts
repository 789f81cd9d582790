import { mkdtempSync, rmSync, statSync } from "node:fs";
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
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { listSites } from "@studydesk/db/sites/site-queries";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { activitySchema } from "@studydesk/domain/leads/activity";
import {
  canMove,
  type LeadStatus,
  leadStatuses,
  type SignatureState,
} from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Answer } from "@studydesk/domain/screening/answer";
import { describe, expect, it, onTestFinished } from "vitest";
import { prepareDemo } from "./prepare-demo";
import { seedLeads } from "./seed-leads";

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-demo-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function findInvestigator(db: Db, siteId: number): Promise<Viewer> {
  const people = await listPeople(db, [siteId]);
  const found = people.find(({ roles }) => roles.some(({ role }) => role === "investigator"));
  if (!found) throw new Error("The demo has no investigator there.");
  const { userId, name, email } = found;
  const roles = [{ siteId, role: "investigator" as const }];
  return { userId, name, email, isOwner: false, roles, sessionId: "" };
}

describeOnEveryEngine("the demo", (openTestDatabase) => {
  it("holds 3 studies, 3 sites, 5 people and 402 leads in every status, and is made once", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const options = { dataFolder: dataFolder(), log: () => {} };
    const accounts = await prepareDemo(deps, options);
    const again = await prepareDemo(deps, options);
    expect(again).toEqual(accounts);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(5);
    expect(new Set(accounts.flatMap(({ role }) => role.split(", ")))).toEqual(
      new Set(["coordinator", "investigator", "admin"]),
    );
    expect(statSync(join(options.dataFolder, "demo-accounts.json")).mode & 0o777).toBe(0o600);
    const count = async (table: "studies" | "sites" | "user" | "leads") =>
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n;
    expect(await count("studies")).toBe(3);
    expect(await count("sites")).toBe(3);
    expect(await count("user")).toBe(5);
    expect(await count("leads")).toBe(402);
    const statuses = await db.selectFrom("leads").select("status").distinct().execute();
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(leadStatuses));
  });

  it("makes histories that obey the rules and add up to the lead", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    await prepareDemo(deps, { dataFolder: dataFolder(), log: () => {} });
    const leads = await db.selectFrom("leads").selectAll().execute();
    for (const lead of leads) {
      const rows = await db
        .selectFrom("activities")
        .selectAll()
        .where("leadId", "=", lead.id)
        .orderBy("id")
        .execute();
      let status: LeadStatus = "new";
      let attemptCount = 0;
      let firstAttemptAt: string | null = null;
      const answered = new Map<string, Answer>();
      let signature: SignatureState = "none";
      const screening = await findScreening(db, lead.id);
      for (const [index, row] of rows.entries()) {
        expect(row.at <= deps.now().toISOString()).toBe(true);
        expect(row.at >= (rows[index - 1]?.at ?? "")).toBe(true);
        const activity = activitySchema.parse(JSON.parse(row.data));
        if (activity.kind === "contact_attempted") {
          attemptCount++;
          firstAttemptAt ??= row.at;
        }
        if (activity.kind === "criterion_answered") {
          if (activity.to) answered.set(activity.label, activity.to);
          if (signature === "stands") signature = "overtaken";
        }
        if (activity.kind === "reviewed" && activity.decision === "eligible") signature = "stands";
        if (activity.kind === "status_changed") {
          const next = activitySchema.parse(JSON.parse(rows[index + 1]?.data ?? row.data));
          const isSigned = next.kind === "reviewed" && next.decision !== "returned";
          const asked = { questions: screening?.questions ?? 0, answered: answered.size };
          const before = { status, attemptCount, firstAttemptAt, screening: asked, signature };
          const { studyConsentOn: on, consentFormVersion: formVersion } = lead;
          const given = {
            reason: activity.reason ?? undefined,
            criterionId: lead.criterionId ?? undefined,
            studyConsent: on && formVersion ? { on, formVersion } : undefined,
            isSigned,
          };
          expect(canMove(before, activity.to, given, new Date(row.at))).toEqual({ ok: true });
          status = activity.to;
        }
      }
      expect({ status, attemptCount, firstAttemptAt }).toEqual({
        status: lead.status,
        attemptCount: lead.attemptCount,
        firstAttemptAt: lead.firstAttemptAt,
      });
      expect(lead.email).toMatch(/@example\.org$/);
      expect(lead.phone).toMatch(/55501\d\d$/);
    }
  });

  it("makes the same leads from the same seed, and the next real lead gets the next id", async () => {
    const made: unknown[] = [];
    for (const _ of [1, 2]) {
      const { db } = await openTestDatabase();
      const deps = buildDeps(db);
      await prepareDemo(deps, { dataFolder: dataFolder(), log: () => {} });
      await seedLeads(db, { leads: 50, seed: 7, now: deps.now() });
      const rows = await db
        .selectFrom("leads")
        .select(["id", "sortName", "status", "createdAt", "followUpAt", "attemptCount"])
        .where("id", ">", 402)
        .orderBy("id")
        .execute();
      made.push(rows);
      const [copy] = await db.selectFrom("leads").selectAll().where("id", "=", 452).execute();
      if (!copy) throw new Error("Lead 452 is missing.");
      const { id: _id, ...values } = copy;
      const next = await db
        .insertInto("leads")
        .values(values)
        .returning("id")
        .executeTakeFirstOrThrow();
      expect(next.id).toBe(453);
    }
    expect(made[0]).toEqual(made[1]);
  });
});

describe("what the demo has to show", () => {
  async function openDemo() {
    const { db } = await openTestSqlite();
    const deps = buildDeps(db);
    await prepareDemo(deps, { dataFolder: dataFolder(), log: () => {} });
    return { db, deps };
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

  it("amends a study, so that some are asked again and some who failed may fit", async () => {
    const { db } = await openDemo();
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

  it("has something to show on every screen of screening, review and visits, at each site", async () => {
    const { db, deps } = await openDemo();
    const now = deps.now().toISOString();
    for (const { id: siteId } of await listSites(db, "all")) {
      const waiting = await listWaiting(db, [siteId], 100);
      expect(waiting.filter(({ answersQuestion }) => answersQuestion)).not.toEqual([]);
      expect(waiting.filter(({ isOvertaken }) => isOvertaken)).not.toEqual([]);
      expect(
        waiting.filter(({ unknowns, isOvertaken }) => unknowns > 1 && !isOvertaken),
      ).not.toEqual([]);
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
  });
});
