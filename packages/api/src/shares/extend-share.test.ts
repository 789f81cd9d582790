import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildShareTest, sealedForTest } from "../testing/build-share";

const day = 24 * 60 * 60_000;

describeOnEveryEngine("Extending a share", (openTestDatabase) => {
  async function build() {
    const world = await buildShareTest((await openTestDatabase()).db, sealedForTest());
    return { ...world, shares: buildCaller(world.deps, world.author).shares };
  }

  it("lets a link go on that had expired or was opened as often as allowed", async () => {
    const { share, open, shares, deps } = await build();
    const { id } = await share({ maxViews: 1, expiresInDays: 1 });
    expect(await open()).toMatchObject({ status: 200 });
    expect(await open()).toMatchObject({ status: 410, body: { reason: "used_up" } });
    deps.clock.advance(2 * day);
    expect(await open()).toMatchObject({ status: 410, body: { reason: "expired" } });
    const extended = await shares.extend({ shareId: id, expiresInDays: 30, maxViews: 2 });
    expect(extended).toMatchObject({
      ...{ state: "active", views: 1, maxViews: 2, expiresAt: "2026-10-03T12:00:00.000Z" },
      events: [{ kind: "extended", device: null }, { kind: "opened" }],
    });
    expect(await open()).toMatchObject({ status: 200, body: { viewsLeft: 0 } });
    expect(await open()).toMatchObject({ status: 410, body: { reason: "used_up" } });
    const audit = await deps.db.selectFrom("audit").select("action").execute();
    expect(audit.map(({ action }) => action)).toContain("share.extended");
  });

  it("never takes views below those used, nor beyond fifty in all or thirty days from now", async () => {
    const { share, open, shares } = await build();
    const { id } = await share({ maxViews: 2 });
    await open();
    const extend = (expiresInDays: number, maxViews: number) =>
      shares.extend({ shareId: id, expiresInDays, maxViews });
    await expect(extend(7, 1)).rejects.toMatchObject({ cause: { reason: "too_few_views" } });
    await expect(extend(31, 5)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(extend(7, 51)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect((await shares.list({})).rows).toMatchObject([{ views: 1, maxViews: 2 }]);
  });

  it("revives nothing that was revoked, whoever ended it", async () => {
    const { share, open, shares, deps } = await build();
    const { id } = await share();
    await shares.revoke({ shareId: id });
    for (const because of ["owner", "too_many_failures", "admin", "account_closed"] as const) {
      await deps.db.updateTable("shares").set({ revokedBecause: because }).execute();
      const extend = shares.extend({ shareId: id, expiresInDays: 7, maxViews: 5 });
      await expect(extend).rejects.toMatchObject({ cause: { reason: "revoked" } });
    }
    expect(await open()).toMatchObject({ status: 410, body: { reason: "revoked" } });
  });
});
