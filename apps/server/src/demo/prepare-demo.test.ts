import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMine } from "@studydesk/api/notes/read-mine";
import { readOwnShares } from "@studydesk/api/shares/read-own-shares";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import type { Db } from "@studydesk/db/open-database";
import { listRolesOf } from "@studydesk/db/people/role-queries";
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
import { expect, it, onTestFinished } from "vitest";
import { prepareDemo } from "./prepare-demo";
import { seedLeads } from "./seed-leads";

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-demo-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function viewerOf(db: Db, email: string): Promise<Viewer> {
  const { id: userId, name } = await db
    .selectFrom("user")
    .select(["id", "name"])
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  const roles = await listRolesOf(db, userId);
  return { userId, name, email, isOwner: false, roles, sessionId: "" };
}

describeOnEveryEngine("the demo", (openTestDatabase) => {
  it("holds 3 studies, 3 sites, 5 people and 402 leads in every status with histories that obey the rules, and is made once; the next real lead gets the next id", async () => {
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
    const mei = await viewerOf(db, "mei.coordinator@example.org");
    const { rows } = await readMine(deps, mei, {});
    expect(rows.map(({ place, pinnedAt }) => [place.state, pinnedAt !== null])).toEqual([
      ["same", true],
      ["whole", false],
      ["whole", false],
      ["same", false],
      ["changed", false],
    ]);
    const shares = await readOwnShares(deps, mei, {});
    expect(shares.rows.map(({ state, views, memo }) => [state, views, memo?.label])).toEqual([
      ["active", 0, "Records office"],
      ["active", 1, "Study office"],
      ["revoked", 0, "Relative who translates, wrong address"],
    ]);
    await expectHistories(db, deps.now());
    await seedLeads(db, { leads: 50, seed: 7, now: deps.now() });
    const copy = await db
      .selectFrom("leads")
      .selectAll()
      .where("id", "=", 452)
      .executeTakeFirstOrThrow();
    const { id: _id, ...values } = copy;
    const next = await db
      .insertInto("leads")
      .values(values)
      .returning("id")
      .executeTakeFirstOrThrow();
    expect(next.id).toBe(453);
  });

  it("makes the same leads from the same seed, on this engine as on SQLite", async () => {
    const made: unknown[] = [];
    for (const open of [openTestDatabase, openTestSqlite]) {
      const { db } = await open();
      const deps = buildDeps(db);
      await prepareDemo(deps, { dataFolder: dataFolder(), log: () => {} });
      await seedLeads(db, { leads: 50, seed: 7, now: deps.now() });
      const rows = await db
        .selectFrom("leads")
        .select(["id", "sortName", "status", "createdAt", "followUpAt", "attemptCount"])
        .where("id", ">", 402)
        .orderBy("id")
        .execute();
      expect(rows).toHaveLength(50);
      made.push(rows);
    }
    expect(made[0]).toEqual(made[1]);
  });
});

/** Each lead's activities lead from a new lead to what it is now, by moves that are allowed. */
async function expectHistories(db: Db, now: Date): Promise<void> {
  const leads = await db.selectFrom("leads").selectAll().execute();
  const activities = await db.selectFrom("activities").selectAll().orderBy("id").execute();
  const byLead = Map.groupBy(activities, ({ leadId }) => leadId);
  const screenings = await db.selectFrom("screenings").selectAll().execute();
  for (const lead of leads) {
    const rows = byLead.get(lead.id) ?? [];
    let status: LeadStatus = "new";
    let attemptCount = 0;
    let firstAttemptAt: string | null = null;
    const answered = new Map<string, Answer>();
    let signature: SignatureState = "none";
    const screening = screenings.find(({ leadId }) => leadId === lead.id);
    for (const [index, row] of rows.entries()) {
      expect(row.at <= now.toISOString()).toBe(true);
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
}
