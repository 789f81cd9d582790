import { buildMail } from "@studydesk/db/testing/build-mail";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildAlerts } from "../testing/build-alerts";
import { unsubscribeUrl } from "./alert-links";
import {
  changeAlert,
  endAlert,
  endAllAlerts,
  eraseAlerts,
  isUnsubscribeLink,
  readPreferences,
} from "./alert-preferences";
import { signUpMailLimit } from "./sign-up-for-alerts";

const noFault = (error: unknown) => {
  throw error;
};

describeOnEveryEngine("the preferences of an alert", (openTestDatabase) => {
  async function build() {
    const alerts = await buildAlerts((await openTestDatabase()).db);
    const { deps, subscribe, subscriptions } = alerts;
    const confirmed = await subscribe({ condition: "Insomnia", place: "Chicago", radius: "50" });
    const token = confirmed?.preferencesPath.replace("/alerts/", "") ?? "";
    const [own] = await subscriptions();
    if (!own) throw new Error("There is no subscription.");
    const endToken = unsubscribeUrl(deps, own).split("/").at(-1) ?? "";
    return { ...alerts, token, endToken, own };
  }

  it("open by their own link alone", async () => {
    const { deps, token, endToken, own } = await build();
    expect(await readPreferences(deps, token)).toMatchObject({ condition: "Insomnia" });
    const [, signature] = token.split(".");
    const forged = [
      endToken,
      `${own.id + 1}.${signature}`,
      `${own.id}.${"A".repeat(43)}`,
      `0${token}`,
      `${token} `,
      "",
      "1",
      `99999999999.${signature}`,
    ];
    for (const wrong of forged) {
      expect(await readPreferences(deps, wrong)).toBeUndefined();
      expect(await changeAlert(deps, wrong, {})).toBeUndefined();
      expect(await endAlert(deps, wrong)).toBe(false);
      expect(await eraseAlerts(deps, wrong, noFault)).toBe(false);
    }
    expect(await isUnsubscribeLink(deps, token)).toBe(false);
    expect(await endAllAlerts(deps, token)).toBe(false);
    expect(await readPreferences(deps, token)).toBeDefined();
  });

  it("change what is told, keep a town that came back as it was, and refuse a wish that is there already", async () => {
    const { deps, token, subscribe, subscriptions } = await build();
    const typed = { condition: "Asthma", place: "Chicago, IL", radius: "250", language: "ar" };
    expect(await changeAlert(deps, token, typed)).toEqual({
      outcome: "saved",
      preferencesPath: `/ar/alerts/${token}`,
    });
    expect(await subscriptions()).toMatchObject([
      { condition: "Asthma", conditionFolded: "asthma", radiusKm: 250, language: "ar" },
    ]);
    expect(await changeAlert(deps, token, { condition: "", place: "" })).toMatchObject({
      outcome: "saved",
    });
    expect(await readPreferences(deps, token)).toEqual({
      condition: null,
      area: null,
      language: "ar",
    });
    await subscribe({ condition: "Knee pain" });
    expect(await changeAlert(deps, token, { condition: "knee PAIN" })).toMatchObject({
      outcome: "refused",
      problems: { condition: "known_already" },
    });
    expect(await changeAlert(deps, token, { place: "Qqqqville" })).toMatchObject({
      outcome: "refused",
      problems: { place: "unknown_place" },
    });
  });

  it("end one alert, and open no more", async () => {
    const { deps, token, subscribe, subscriptions } = await build();
    await subscribe({ condition: "Asthma" });
    expect(await endAlert(deps, token)).toBe(true);
    expect(await endAlert(deps, token)).toBe(false);
    expect(await readPreferences(deps, token)).toBeUndefined();
    expect((await subscriptions()).map(({ status }) => status)).toEqual(["ended", "active"]);
  });

  it("end every alert of the address with one request, as often as it comes", async () => {
    const { deps, endToken, subscribe, subscriptions } = await build();
    await subscribe({ condition: "Asthma" });
    await subscribe({ email: "bo@example.org" });
    expect(await isUnsubscribeLink(deps, endToken)).toBe(true);
    for (const _time of [1, 2, 3]) expect(await endAllAlerts(deps, endToken)).toBe(true);
    expect((await subscriptions()).map(({ status }) => status)).toEqual([
      "ended",
      "ended",
      "active",
    ]);
    const audit = await deps.db.selectFrom("audit").select("action").execute();
    expect(audit.filter(({ action }) => action === "subscription.ended")).toHaveLength(2);
  });

  it("forget the address with all its alerts and their mail", async () => {
    const { db, deps, token, endToken, subscribe, subscriptions, mails } = await build();
    await subscribe({ condition: "Asthma" });
    await buildMail(db, { kind: "message_copy" });
    expect(await eraseAlerts(deps, token, noFault)).toBe(true);
    // Nor is its digest kept for counting.
    expect(await deps.limits.isUsed(signUpMailLimit, "ana@example.org")).toBe(false);
    expect(await subscriptions()).toEqual([]);
    expect((await mails()).map(({ kind }) => kind)).toEqual(["message_copy"]);
    expect(await eraseAlerts(deps, token, noFault)).toBe(false);
    expect(await endAllAlerts(deps, endToken)).toBe(false);
  });
});
