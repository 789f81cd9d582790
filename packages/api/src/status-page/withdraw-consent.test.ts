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
});
