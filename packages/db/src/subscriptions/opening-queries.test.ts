import { expect, it } from "vitest";
import { type Db, inTransaction } from "../open-database";
import { buildStudy } from "../testing/build-lead";
import { buildSite } from "../testing/build-people";
import { buildSubscription } from "../testing/build-subscription";
import { describeOnEveryEngine } from "../testing/every-engine";
import {
  addOpening,
  findLastOpeningId,
  listAddressesToAlert,
  listOpenOpenings,
  listOpenPlaces,
  markLookedAt,
} from "./opening-queries";

const at = "2026-09-01T12:00:00.000Z";
const week = { before: "2026-08-25T12:00:00.000Z", within: "2026-08-26T12:00:00.000Z" };

async function buildOpenSite(db: Db) {
  const site = await buildSite(db);
  const studyId = await buildStudy(db);
  const imported = JSON.stringify({ conditions: ["Insomnia"], keywords: ["Sleep"] });
  await db.updateTable("studies").set({ imported }).where("id", "=", studyId).execute();
  await db
    .insertInto("studySites")
    .values({ studyId, siteId: site.id, recruiting: "recruiting", createdAt: at })
    .execute();
  const open = () => inTransaction(db, (trx) => addOpening(trx, { studyId, siteId: site.id, at }));
  const setSite = (recruiting: "recruiting" | "paused") =>
    db.updateTable("studySites").set({ recruiting }).where("studyId", "=", studyId).execute();
  return { studyId, siteId: site.id, open, setSite };
}

describeOnEveryEngine("opening queries", (openTestDatabase) => {
  it("write an opening where the study takes people, and none where it does not", async () => {
    const { db } = await openTestDatabase();
    const { studyId, siteId, open, setSite } = await buildOpenSite(db);
    expect(await findLastOpeningId(db)).toBe(0);
    await open();
    await setSite("paused");
    await open();
    expect(await listOpenOpenings(db, { after: 0, upTo: 99 })).toEqual([]);
    expect(await listOpenPlaces(db)).toEqual([]);
    await setSite("recruiting");
    await open();
    const last = await findLastOpeningId(db);
    const openings = await listOpenOpenings(db, { after: 0, upTo: last });
    expect(openings.map(({ kind }) => kind)).toEqual(["opened", "reopened"]);
    expect(openings[0]).toMatchObject({
      studyId,
      siteId,
      title: "A study of sleep",
      conditions: ["Insomnia"],
      keywords: ["Sleep"],
      lat: null,
    });
    expect(await listOpenOpenings(db, { after: last, upTo: 99 })).toEqual([]);
    expect(await listOpenPlaces(db)).toHaveLength(1);
    await db.updateTable("studies").set({ overallStatus: "COMPLETED" }).execute();
    await open();
    expect(await findLastOpeningId(db)).toBe(last);
    expect(await listOpenPlaces(db)).toEqual([]);
  });

  it("name the addresses that are behind, each once, and none that was told within the week", async () => {
    const { db } = await openTestDatabase();
    const { open } = await buildOpenSite(db);
    await open();
    const lastOpeningId = await findLastOpeningId(db);
    const due = () =>
      listAddressesToAlert(db, { lastOpeningId, alertedBefore: week.before, beyond: "", limit: 9 });
    const ana = await buildSubscription(db);
    await buildSubscription(db, { condition: "Asthma" });
    await buildSubscription(db, { email: "bo@example.org", lastOpeningId });
    await buildSubscription(db, { email: "cy@example.org", status: "pending" });
    await buildSubscription(db, { email: "di@example.org", status: "ended" });
    await buildSubscription(db, { email: "ed@example.org" });
    await buildSubscription(db, {
      email: "ed@example.org",
      status: "ended",
      lastAlertAt: week.within,
    });
    await buildSubscription(db, { email: "fi@example.org", lastAlertAt: week.before });
    expect(await due()).toEqual(["ana@example.org", "fi@example.org"]);
    await markLookedAt(db, [ana.id], { lastOpeningId, lastAlertAt: week.within });
    expect(await due()).toEqual(["fi@example.org"]);
    await markLookedAt(db, [], { lastOpeningId });
  });
});
