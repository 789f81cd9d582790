import { addRole } from "@studydesk/db/people/role-queries";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildShareTest, memoForTest, sealedForTest } from "../testing/build-share";

describeOnEveryEngine("Shares at a site", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const world = await buildShareTest(db, sealedForTest());
    const { deps, siteId } = world;
    const admin = await buildPerson(db, { role: "admin", siteId });
    const elsewhere = await buildSite(db, { name: "Shelbyville Clinic" });
    const otherAdmin = await buildPerson(db, { role: "admin", siteId: elsewhere.id });
    const callerOf = (viewer: Viewer) => buildCaller(deps, viewer);
    const shareStudy = async () => {
      const studyId = await buildStudy(db);
      const createdAt = deps.now().toISOString();
      const studySite = { studyId, siteId, locationId: null, createdAt };
      await db
        .insertInto("studySites")
        .values({ ...studySite, recruiting: "recruiting" })
        .execute();
      const sealed = { ...sealedForTest(), home: { studyId }, memo: memoForTest };
      return callerOf(world.author).shares.create(sealed);
    };
    return { ...world, db, admin, otherAdmin, elsewhereId: elsewhere.id, callerOf, shareStudy };
  }

  it("an admin sees who shared, when, which lead and how it stands, and not one thing more", async () => {
    const { share, open, callerOf, admin, otherAdmin, leadId } = await build();
    const made = await share();
    await open({ device: "phone" });
    const { rows } = await callerOf(admin).shares.atSites({});
    expect(rows).toStrictEqual([
      {
        id: made.id,
        ownerName: "Robin Example",
        home: { leadId },
        homeTitle: "Amara Voss",
        siteName: "Springfield General",
        state: "active",
        views: 1,
        maxViews: 5,
        createdAt: "2026-09-01T12:00:00.000Z",
        expiresAt: "2026-09-08T12:00:00.000Z",
        revokedAt: null,
        revokedBecause: null,
      },
    ]);
    expect(await callerOf(otherAdmin).shares.atSites({})).toEqual({ rows: [], nextCursor: null });
  });

  it("an admin ends one; its link says no more than that, and its owner sees by whom", async () => {
    const { share, open, callerOf, admin, otherAdmin, author, db } = await build();
    const { id } = await share();
    const refused = callerOf(otherAdmin).shares.revokeAtSite({ shareId: id });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await open()).toMatchObject({ status: 200 });
    const ended = await callerOf(admin).shares.revokeAtSite({ shareId: id });
    expect(ended).toMatchObject({ state: "revoked", revokedBecause: "admin" });
    expect(await callerOf(admin).shares.revokeAtSite({ shareId: id })).toEqual(ended);
    expect(await open()).toStrictEqual({ status: 410, body: { reason: "revoked" } });
    const { rows } = await callerOf(author).shares.list({});
    expect(rows).toMatchObject([{ revokedBecause: "admin" }]);
    const audit = await db.selectFrom("audit").select(["action", "actorId"]).execute();
    expect(audit.filter(({ action }) => action === "share.revoked")).toEqual([
      { action: "share.revoked", actorId: admin.userId },
    ]);
  });

  it("a share of a study is seen by the admins of every site where its owner works", async () => {
    const { shareStudy, callerOf, admin, otherAdmin, author, elsewhereId, db } = await build();
    const { id } = await shareStudy();
    const seenBy = async (viewer: Viewer) =>
      (await callerOf(viewer).shares.atSites({})).rows.map((row) => row.id);
    expect(await seenBy(admin)).toEqual([id]);
    expect(await seenBy(otherAdmin)).toEqual([]);
    const { userId } = author;
    await addRole(db, { userId, siteId: elsewhereId, role: "investigator", at: "2026-01-01" });
    expect(await seenBy(otherAdmin)).toEqual([id]);
  });

  it("the last role at a site ends what somebody shared of its leads; the last of all ends the rest", async () => {
    const { share, shareStudy, open, callerOf, admin, otherAdmin, author, siteId, ...world } =
      await build();
    const { db, elsewhereId } = world;
    const { userId } = author;
    for (const held of [
      { siteId, role: "investigator" },
      { siteId: elsewhereId, role: "coordinator" },
    ] as const) {
      await addRole(db, { userId, ...held, at: "2026-01-01" });
    }
    await share();
    const onStudy = await shareStudy();
    const becauseOf = () =>
      db.selectFrom("shares").select("revokedBecause").orderBy("id").execute();
    const remove = (by: Viewer, held: { siteId: number; role: "coordinator" | "investigator" }) =>
      callerOf(by).people.removeRole({ userId, ...held });

    await remove(admin, { siteId, role: "coordinator" });
    expect(await open()).toMatchObject({ status: 200 });
    await remove(admin, { siteId, role: "investigator" });
    expect(await open()).toStrictEqual({ status: 410, body: { reason: "revoked" } });
    expect(await becauseOf()).toEqual([
      { revokedBecause: "account_closed" },
      { revokedBecause: null },
    ]);
    await remove(otherAdmin, { siteId: elsewhereId, role: "coordinator" });
    expect(await becauseOf()).toEqual([
      { revokedBecause: "account_closed" },
      { revokedBecause: "account_closed" },
    ]);
    const audit = await db
      .selectFrom("audit")
      .select(["subjectId", "actorId"])
      .where("action", "=", "share.revoked")
      .orderBy("sequence")
      .execute();
    expect(audit).toMatchObject([
      { actorId: admin.userId },
      { actorId: otherAdmin.userId, subjectId: String(onStudy.id) },
    ]);
  });
});
