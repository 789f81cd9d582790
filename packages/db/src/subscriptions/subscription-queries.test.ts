import { expect, it } from "vitest";
import { isUniqueViolation } from "../dialect";
import { markSent } from "../outbox/outbox-queries";
import { buildMail } from "../testing/build-mail";
import { buildSubscription } from "../testing/build-subscription";
import { describeOnEveryEngine } from "../testing/every-engine";
import {
  confirmSubscription,
  endSubscriptions,
  eraseSubscriptions,
  findActiveFor,
  findSubscription,
  listActiveSubscriptions,
  purgeSubscriptions,
} from "./subscription-queries";

const at = "2026-09-01T12:00:00.000Z";
const chicago = { name: "Chicago", lat: 41.88, lon: -87.63, radiusKm: 50 };

describeOnEveryEngine("subscription queries", (openTestDatabase) => {
  it("keep one active subscription per address, condition and place, and any number of others", async () => {
    const { db } = await openTestDatabase();
    const first = await buildSubscription(db, { condition: "Insomnia" });
    await buildSubscription(db, { condition: "Insomnia", area: chicago });
    await buildSubscription(db, { condition: "Asthma" });
    await buildSubscription(db, { condition: "Insomnia", email: "bo@example.org" });
    await buildSubscription(db, { condition: "Insomnia", status: "pending" });
    await buildSubscription(db, { condition: "Insomnia", status: "ended" });
    const twin = buildSubscription(db, { condition: "insomnia", email: "ANA@example.org" });
    expect(isUniqueViolation(await twin.catch((error: unknown) => error))).toBe(true);
    expect(await listActiveSubscriptions(db, ["ana@example.org"])).toHaveLength(3);
    expect(await listActiveSubscriptions(db, [])).toEqual([]);
    expect(await findActiveFor(db, first)).toMatchObject({ id: first.id });
    expect(await findActiveFor(db, { ...first, placeKey: "1,1" })).toBeUndefined();
  });

  it("count from the confirmation until the end, once each", async () => {
    const { db } = await openTestDatabase();
    const { id } = await buildSubscription(db, { status: "pending" });
    expect(await endSubscriptions(db, { id }, at)).toEqual([]);
    await confirmSubscription(db, id, { at, consentVersion: 2, lastOpeningId: 7 });
    const later = { at: "2026-10-01T12:00:00.000Z", consentVersion: 3, lastOpeningId: 9 };
    await confirmSubscription(db, id, later);
    expect(await findSubscription(db, id)).toMatchObject({
      status: "active",
      confirmedAt: at,
      consentVersion: 2,
      lastOpeningId: 7,
    });
    const other = await buildSubscription(db, { condition: "Asthma" });
    expect(await endSubscriptions(db, { id }, at)).toEqual([id]);
    expect(await endSubscriptions(db, { id }, at)).toEqual([]);
    expect(await endSubscriptions(db, { emailFolded: "ana@example.org" }, at)).toEqual([other.id]);
  });

  it("erase an address with its mail, and nothing of anybody else", async () => {
    const { db } = await openTestDatabase();
    await buildSubscription(db, { email: "Ana@Example.org" });
    await buildSubscription(db, { email: "ana@example.org", status: "ended" });
    const kept = await buildSubscription(db, { email: "bo@example.org" });
    for (const to of ["Ana@Example.org", "ana@example.org", "bo@example.org"]) {
      await buildMail(db, { kind: "study_alert", to });
    }
    await buildMail(db, { kind: "message_copy", to: "ana@example.org" });
    expect(await eraseSubscriptions(db, "ana@example.org")).toBe(2);
    const left = await db.selectFrom("subscriptions").select("id").execute();
    expect(left).toEqual([{ id: kept.id }]);
    const mail = await db
      .selectFrom("outbox")
      .select(["kind", "toAddress"])
      .orderBy("id")
      .execute();
    expect(mail).toEqual([
      { kind: "study_alert", toAddress: "bo@example.org" },
      { kind: "message_copy", toAddress: "ana@example.org" },
    ]);
  });

  it("purge what was never confirmed and what ended long ago", async () => {
    const { db } = await openTestDatabase();
    const old = "2026-07-01T12:00:00.000Z";
    await buildSubscription(db, { status: "pending", createdAt: old });
    await buildSubscription(db, { status: "ended", endedAt: old });
    const kept = [
      await buildSubscription(db, { status: "pending" }),
      await buildSubscription(db, { status: "ended", createdAt: old }),
      await buildSubscription(db, { createdAt: old, confirmedAt: old }),
    ];
    const mail = [
      await buildMail(db, { kind: "study_alert", at: old }),
      await buildMail(db, { kind: "study_alert", at: old }),
      await buildMail(db, { kind: "alert_confirmation" }),
      await buildMail(db, { kind: "message_copy", at: old }),
    ];
    for (const id of mail.slice(1)) await markSent(db, { id, siteId: null }, at);
    await purgeSubscriptions(db, { createdAt: at, endedAt: at });
    const kinds = await db.selectFrom("outbox").select(["kind", "status"]).orderBy("id").execute();
    expect(kinds.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "study_alert queued",
      "alert_confirmation sent",
      "message_copy sent",
    ]);
    const left = await db.selectFrom("subscriptions").select("id").orderBy("id").execute();
    expect(left).toEqual(kept.map(({ id }) => ({ id })));
  });
});
