import { AsyncLocalStorage } from "node:async_hooks";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { countWaiting } from "@studydesk/db/testing/count-waiting";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { expect, it } from "vitest";
import { eraseOwnLead } from "../leads/erase-lead";
import { readStatusPage } from "../status-page/read-status-page";
import { buildCaller } from "../testing/build-caller";
import { failAtOnce } from "../testing/build-crowd";
import { refusalOf } from "../testing/build-desk";
import { buildOwnPage } from "../testing/build-own-page";

const canaries = ["Ana", "Ångström", "ana@example.org", "555-0143", "near the station"];

async function buildAsked(db: Db) {
  const page = await buildOwnPage(db);
  const admin = await buildPerson(db, { role: "admin", siteId: page.site.id, name: "Bo Example" });
  const asAdmin = buildCaller(page.deps, admin);
  const erase = async (more: { typedNumber?: number; reason?: "mistake" } = {}) => {
    const { version: expectedVersion } = await asAdmin.retention.erasure({ leadId: page.leadId });
    const typed = { leadId: page.leadId, typedNumber: page.leadId, expectedVersion };
    return asAdmin.retention.erase({ reason: "asked_by_letter", ...typed, ...more });
  };
  return { ...page, admin, asAdmin, erase };
}

describeOnEveryEngine("an admin erases a person", (openTestDatabase, engine) => {
  it("says what there is, takes it out of every row, and keeps who did it and why without a name", async () => {
    const { db } = await openTestDatabase();
    const { asAdmin, admin, erase, lead, leadId, tokens } = await buildAsked(db);
    expect(await asAdmin.retention.erasure({ leadId })).toMatchObject({
      mayErase: true,
      held: { messages: 1, consents: 1, attempts: 0 },
    });
    const [token = ""] = await tokens();
    const before = await readEverything(db);
    for (const canary of canaries) expect(before).toContain(canary);
    await erase();
    const after = await readEverything(db);
    for (const canary of [...canaries, token]) expect(after).not.toContain(canary);
    expect(await lead()).toMatchObject({ status: "declined", doNotContact: 1 });
    expect(await asAdmin.leads.get({ leadId })).toMatchObject({
      erasedBecause: "asked_by_letter",
      abilities: { serveDataRights: false },
    });
    const audit = await db.selectFrom("audit").selectAll().orderBy("sequence").execute();
    expect(audit.filter(({ action }) => action === "lead.erased")).toMatchObject([
      {
        actorId: admin.userId,
        subjectId: String(leadId),
        details: JSON.stringify({ from: "new", reason: "asked_by_letter" }),
      },
    ]);
    expect(await db.selectFrom("auditSalts").selectAll().execute()).toEqual([]);
  });

  it("erases nobody by another number, over somebody's change, twice, or for a coordinator", async () => {
    const { db } = await openTestDatabase();
    const { asAdmin, erase, team, leadId } = await buildAsked(db);
    expect(await refusalOf(erase({ typedNumber: leadId + 1 }))).toMatchObject({
      code: "invalid",
      reason: "wrong_number",
    });
    const asked = { leadId, typedNumber: leadId, reason: "asked_by_phone" } as const;
    await team.leads.setFollowUp({ leadId, at: "2026-09-03T09:00:00Z", expectedVersion: 1 });
    expect(
      await refusalOf(asAdmin.retention.erase({ ...asked, expectedVersion: 1 })),
    ).toMatchObject({ code: "conflict", reason: "stale_version" });
    expect(await refusalOf(team.retention.erase({ ...asked, expectedVersion: 2 }))).toMatchObject({
      code: "forbidden",
    });
    expect(await readEverything(db)).toContain("Ångström");
    await erase();
    expect(await refusalOf(erase())).toMatchObject({ code: "rule_broken", reason: "erased" });
  });

  it.runIf(engine === "postgres")(
    "waits for whoever takes a merge back, and not in a circle (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { asAdmin, site, leadId, lead } = await buildAsked(db);
      const { studyId } = await lead();
      const kept = await buildLead(db, { siteId: site.id, studyId });
      const merged = { mergedIntoId: kept.id, status: "invalid" } as const;
      await db.updateTable("leads").set(merged).where("id", "=", leadId).execute();
      const typed = { leadId: kept.id, typedNumber: kept.id, expectedVersion: 1 };
      const outside = AsyncLocalStorage.snapshot();
      let erasing: Promise<unknown> | undefined;
      await inTransaction(db, async (trx) => {
        await holdLead(trx, leadId);
        const reason = "asked_by_phone" as const;
        erasing = outside(() => asAdmin.retention.erase({ ...typed, reason }));
        await expect.poll(() => outside(() => countWaiting(db))).toBe(1);
        await holdLead(trx, kept.id);
      });
      await erasing;
      expect(await lead()).toMatchObject({ firstName: "" });
    },
  );

  it("counts a wrong entry as no lead, and says of nobody that they took a consent back", async () => {
    const { db } = await openTestDatabase();
    const { erase, lead } = await buildAsked(db);
    await erase({ reason: "mistake" });
    expect(await lead()).toMatchObject({ status: "invalid", statusReason: "not_a_person" });
    const consents = await db.selectFrom("consents").select("withdrawnAt").execute();
    expect(consents).toEqual([{ withdrawnAt: null }]);
  });

  it("refuses what the law keeps, and says so before anybody types a number", async () => {
    const { db } = await openTestDatabase();
    const { asAdmin, erase, leadId } = await buildAsked(db);
    await db.updateTable("leads").set({ status: "enrolled" }).where("id", "=", leadId).execute();
    expect(await asAdmin.retention.erasure({ leadId })).toMatchObject({ mayErase: false });
    expect(await refusalOf(erase())).toMatchObject({ code: "rule_broken", reason: "kept_by_law" });
  });

  it("erases whoever consented once the records’ last day is over, from the desk and from their own page", async () => {
    const { db } = await openTestDatabase();
    const { deps, asAdmin, admin, holder, leadId, lead } = await buildAsked(db);
    await db.updateTable("leads").set({ status: "withdrawn" }).where("id", "=", leadId).execute();
    const { studyId, siteId } = await lead();
    const { id: studySiteId } = await db
      .selectFrom("studySites")
      .select("id")
      .where("studyId", "=", studyId)
      .where("siteId", "=", siteId)
      .executeTakeFirstOrThrow();
    const changed = { changedAt: "2026-01-01T00:00:00.000Z", changedBy: admin.userId };
    const recordsKeptUntil = "2026-08-31";
    await db
      .insertInto("retentionRules")
      .values({ studySiteId, recordsKeptUntil, ...changed })
      .execute();
    expect(await asAdmin.retention.erasure({ leadId })).toMatchObject({ mayErase: false });
    expect(await readStatusPage(deps, holder, "en")).toMatchObject({ mayErase: false });
    deps.clock.set("2026-09-02T12:00:00.000Z");
    expect(await asAdmin.retention.erasure({ leadId })).toMatchObject({ mayErase: true });
    expect(await readStatusPage(deps, holder, "en")).toMatchObject({ mayErase: true });
    await eraseOwnLead(deps, holder, failAtOnce);
    expect(await lead()).toMatchObject({ status: "withdrawn", firstName: "" });
  });
});
