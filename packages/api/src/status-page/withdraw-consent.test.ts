import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { refusalOf } from "../testing/build-desk";
import { buildOwnPage } from "../testing/build-own-page";
import { readStatusPage } from "./read-status-page";
import { withdrawConsent } from "./withdraw-consent";

describeOnEveryEngine("taking back the consent to be contacted", (openTestDatabase) => {
  it("ends every contact: consent, next step, status, and what the desk may do", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, lead, rows } = await buildOwnPage(db);
    await team.leads.setFollowUp({
      leadId,
      at: "2026-09-02T09:00:00Z",
      note: "After work",
      expectedVersion: 1,
    });
    const at = deps.now().toISOString();
    await withdrawConsent(deps, holder);
    expect(await lead()).toMatchObject({
      status: "declined",
      statusReason: "none_given",
      followUpAt: null,
      followUpNote: null,
      doNotContact: 1,
    });
    expect(await rows.consents()).toMatchObject([{ withdrawnAt: at }]);
    const seen = await team.leads.get({ leadId });
    expect(seen.mayContact).toMatchObject({ answer: "no", reason: "consent_withdrawn" });
    expect(seen).toMatchObject({ consent: null, consentWithdrawnAt: at, moves: [] });
    expect(seen.abilities.logContact).toBe(false);
    expect((await team.leads.next({})).lead).toBeNull();
    const kinds = (await team.leads.timeline({ leadId })).map(({ activity }) => activity.kind);
    expect(kinds.slice(0, 2)).toEqual(["consent_withdrawn", "status_changed"]);
  });

  it("refuses to open the lead again, whatever the reason, until the person writes anew", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, rows, send } = await buildOwnPage(db);
    await withdrawConsent(deps, holder);
    const { version } = await team.leads.get({ leadId });
    const reopened = team.leads.changeStatus({
      leadId,
      to: "pre_screening",
      reason: "person_asked",
      expectedVersion: version,
    });
    expect(await refusalOf(reopened)).toMatchObject({ reason: "consent_withdrawn" });
    await send();
    const leads = await rows.leads();
    expect(leads.map(({ status, doNotContact }) => [status, doNotContact])).toEqual([
      ["declined", 1],
      ["new", 0],
    ]);
  });

  it("tells the team by mail without a word about who it was", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, coordinator, rows } = await buildOwnPage(db);
    await withdrawConsent(deps, holder);
    const alert = (await rows.outbox()).at(-1);
    expect(alert).toMatchObject({ kind: "new_lead_alert", toAddress: coordinator.email });
    for (const personal of ["Ana", "Ångström", "ana@", "555-01", "55501"]) {
      expect(JSON.stringify(alert)).not.toContain(personal);
    }
  });

  it("shows the person that nobody will contact them, and does nothing a second time", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, rows } = await buildOwnPage(db);
    await withdrawConsent(deps, holder);
    const page = await readStatusPage(deps, holder, "en");
    expect(page).toMatchObject({
      mayWithdraw: false,
      mayErase: true,
      progress: { end: { how: "withdrawn" } },
    });
    const before = [await rows.activities(), await rows.outbox(), await rows.audit()];
    await withdrawConsent(deps, holder);
    expect([await rows.activities(), await rows.outbox(), await rows.audit()]).toEqual(before);
  });

  it("leaves a lead where it is that has no way to declined, and blocks it all the same", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, lead } = await buildOwnPage(db);
    await team.leads.changeStatus({ leadId, to: "invalid", reason: "test", expectedVersion: 1 });
    await withdrawConsent(deps, holder);
    expect(await lead()).toMatchObject({ status: "invalid", doNotContact: 1 });
    expect((await team.leads.get({ leadId })).moves).toEqual([]);
  });

  it("calls off what was planned before consent to the study, without another mail to the person", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, lead } = await buildOwnPage(db);
    await db
      .updateTable("leads")
      .set({ status: "visit_scheduled", eligibleAt: deps.now().toISOString() })
      .where("id", "=", leadId)
      .execute();
    const plan = { startsAt: "2026-09-15T15:00:00.000Z", minutes: 60, place: null, note: null };
    await team.visits.plan({ leadId, ...plan });
    const page = await readStatusPage(deps, holder, "en");
    expect(page).toMatchObject({
      progress: { now: "visit", end: null },
      visit: { startsAt: plan.startsAt, minutes: 60 },
    });
    await withdrawConsent(deps, holder);
    expect(await lead()).toMatchObject({ status: "declined", doNotContact: 1 });
    expect((await team.visits.list({ leadId })).visits).toMatchObject([{ state: "cancelled" }]);
    const mails = await db
      .selectFrom("outbox")
      .select("kind")
      .where("leadId", "=", leadId)
      .execute();
    expect(mails.filter(({ kind }) => kind === "visit")).toHaveLength(1);
    expect((await readStatusPage(deps, holder, "en")).visit).toBeNull();
  });

  it("stops contact after consent to the study, keeps its record and its visits, and says so", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, lead } = await buildOwnPage(db);
    await db
      .updateTable("leads")
      .set({ status: "in_screening", screeningNumber: "S-001", studyConsentOn: "2026-09-01" })
      .where("id", "=", leadId)
      .execute();
    const plan = { startsAt: "2026-09-15T15:00:00.000Z", minutes: 60, place: null, note: null };
    await team.visits.plan({ leadId, ...plan });
    await withdrawConsent(deps, holder);
    expect(await lead()).toMatchObject({
      ...{ status: "in_screening", screeningNumber: "S-001", doNotContact: 1 },
      studyConsentOn: "2026-09-01",
    });
    const { moves, mayContact } = await team.leads.get({ leadId });
    expect(mayContact).toMatchObject({ answer: "no", reason: "consent_withdrawn" });
    expect(moves.map(({ to }) => to)).toEqual(["enrolled", "screen_failure", "withdrawn"]);
    expect((await team.visits.list({ leadId })).visits).toMatchObject([{ state: "planned" }]);
    expect(await readStatusPage(deps, holder, "en")).toMatchObject({
      ...{ mayErase: false, mayWithdraw: false, visit: null },
      progress: { end: { how: "withdrawn_in_study" } },
    });
  });
});
