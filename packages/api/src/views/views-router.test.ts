import type { Db } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { clearDeletedViews } from "@studydesk/db/views/view-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { mostViews, type SaveViewInput } from "@studydesk/domain/views/view-inputs";
import { usualLayout } from "@studydesk/domain/views/view-layout";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";

const spanish: SaveViewInput = {
  name: "  Spanish\tspeakers ",
  filters: { languages: ["es"], ownerIds: ["me"] },
  sort: "waiting",
  descending: true,
  layout: { ...usualLayout, density: "compact" },
};

describeOnEveryEngine("saved views", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const at = (viewer: Viewer) => buildCaller(deps, viewer).views;
    const kim = at(await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" }));
    const lee = at(await buildPerson(db, { role: "coordinator", siteId }));
    const ada = at(await buildPerson(db, { role: "admin", siteId }));
    const zoe = at(await buildPerson(db, { role: "admin", siteId: otherId }));
    return { db, siteId, otherId, kim, lee, ada, zoe };
  }

  it("are one's own until they are shared, and pinned where they were made", async () => {
    const { kim, lee, zoe, siteId } = await build();
    const made = await kim.save(spanish);
    expect(made).toMatchObject({
      ...spanish,
      name: "Spanish speakers",
      isOwn: true,
      siteId: null,
      lost: [],
      version: 1,
    });
    expect((await kim.list()).places).toEqual([
      { view: String(made.id), isPinned: true, layout: null },
    ]);
    expect((await lee.list()).views).toEqual([]);

    await kim.share({ viewId: made.id, expectedVersion: 1, siteId });
    const seen = await lee.list();
    expect(seen.views).toMatchObject([
      { id: made.id, isOwn: false, ownerName: "Kim Example", siteId, abilities: { change: false } },
    ]);
    expect(seen.places).toEqual([]);
    expect((await zoe.list()).views).toEqual([]);
  });

  it("stand one's own first, each by name", async () => {
    const { kim, lee, siteId } = await build();
    const shared = await lee.save({ ...spanish, name: "A" });
    await lee.share({ viewId: shared.id, expectedVersion: 1, siteId });
    for (const name of ["Late", "Early"]) await kim.save({ ...spanish, name });
    expect((await kim.list()).views.map(({ name }) => name)).toEqual(["Early", "Late", "A"]);
  });

  it("are changed by their owner and the site's admin; others take a copy", async () => {
    const { kim, lee, ada, siteId } = await build();
    const { id: viewId } = await kim.save(spanish);
    await kim.share({ viewId, expectedVersion: 1, siteId });
    await expect(lee.change({ viewId, expectedVersion: 2, name: "Mine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const renamed = await ada.change({ viewId, expectedVersion: 2, name: "Español" });
    expect(renamed).toMatchObject({ name: "Español", filters: spanish.filters, version: 3 });
    const copy = await lee.clone({ viewId });
    expect(copy).toMatchObject({ name: "Copy of Español", isOwn: true, siteId: null, version: 1 });
    expect(copy.id).not.toBe(viewId);
  });

  it("never overwrite what somebody else saved meanwhile", async () => {
    const { kim, ada, siteId } = await build();
    const { id: viewId } = await kim.save(spanish);
    await kim.share({ viewId, expectedVersion: 1, siteId });
    await ada.change({ viewId, expectedVersion: 2, sort: "name", descending: false });
    await expect(kim.change({ viewId, expectedVersion: 2, filters: {} })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { reason: "stale_version", details: { currentVersion: 3 } },
    });
    expect((await kim.list()).views).toMatchObject([
      { filters: spanish.filters, sort: "name", descending: false },
    ]);
  });

  it("are shared by their owner alone, with a team that they are of, and taken back by its admin", async () => {
    const { kim, ada, siteId, otherId } = await build();
    const { id: viewId } = await kim.save(spanish);
    await expect(kim.share({ viewId, expectedVersion: 1, siteId: otherId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await kim.share({ viewId, expectedVersion: 1, siteId });
    await expect(ada.share({ viewId, expectedVersion: 2, siteId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await ada.share({ viewId, expectedVersion: 2, siteId: null });
    expect((await ada.list()).views).toEqual([]);
    expect((await kim.list()).views).toMatchObject([{ id: viewId, siteId: null }]);
  });

  it("come back as they were when a deletion is taken back, also where others pinned them", async () => {
    const { db, kim, lee, siteId } = await build();
    const { id: viewId } = await kim.save(spanish);
    await kim.share({ viewId, expectedVersion: 1, siteId });
    await lee.pin({ viewId, isPinned: true });
    const { version } = await kim.delete({ viewId, expectedVersion: 2 });
    expect((await lee.list()).views).toEqual([]);
    await expect(lee.clone({ viewId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await kim.restore({ viewId, expectedVersion: version });
    expect(await lee.list()).toMatchObject({
      views: [{ id: viewId, siteId }],
      places: [{ view: String(viewId), isPinned: true }],
    });
    await clearDeletedViews(db, "2099-01-01T00:00:00.000Z");
    expect((await kim.list()).views).toHaveLength(1);
    await kim.delete({ viewId, expectedVersion: 4 });
    await clearDeletedViews(db, "2000-01-01T00:00:00.000Z");
    expect(await countRows(db)).toEqual({ views: 1, places: 2 });
    await clearDeletedViews(db, "2099-01-01T00:00:00.000Z");
    expect(await countRows(db)).toEqual({ views: 0, places: 0 });
  });

  it("are pinned, ordered and laid out by each person for themselves", async () => {
    const { kim, lee, siteId } = await build();
    const ids: number[] = [];
    for (const name of ["One", "Two", "Three"]) {
      const { id } = await kim.save({ ...spanish, name });
      await kim.share({ viewId: id, expectedVersion: 1, siteId });
      ids.push(id);
    }
    const [one = 0, two = 0, three = 0] = ids;
    await kim.reorder({ viewIds: [three, one, 999] });
    await kim.pin({ viewId: one, isPinned: false });
    const layout = { ...usualLayout, columns: [{ id: "name" as const, width: 300 }] };
    await kim.keepLayout({ view: "inbox", layout });
    await kim.keepLayout({ view: two, layout });
    expect((await kim.list()).places).toEqual([
      { view: String(three), isPinned: true, layout: null },
      { view: String(two), isPinned: true, layout },
      { view: String(one), isPinned: false, layout: null },
      { view: "inbox", isPinned: false, layout },
    ]);
    expect((await lee.list()).places).toEqual([]);
    expect((await lee.list()).views.every((view) => view.layout?.density === "compact")).toBe(true);
  });

  it("keep the words of a search out, and refuse a view without a name or one too many", async () => {
    const { db, kim } = await build();
    const named = { ...spanish, filters: { ...spanish.filters, search: "Octavia" } };
    await kim.save(named);
    const stored = await db.selectFrom("views").select("filters").execute();
    expect(JSON.stringify(stored)).not.toContain("Octavia");
    for (const name of [" ", "\u200b", "x".repeat(61)]) {
      await expect(kim.save({ ...spanish, name })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    const row = await db.selectFrom("views").selectAll().executeTakeFirstOrThrow();
    const { id: _, ...copy } = row;
    await db
      .insertInto("views")
      .values(Array.from({ length: mostViews - 1 }, () => copy))
      .execute();
    await expect(kim.save(spanish)).rejects.toMatchObject({
      cause: { code: "rule_broken", reason: "too_many_views" },
    });
  });

  it("leave nothing in the audit of what is one's own, and no name of what is shared", async () => {
    const { db, kim, siteId } = await build();
    const { id: viewId } = await kim.save(spanish);
    await kim.change({ viewId, expectedVersion: 1, name: "Octavia first" });
    expect(await db.selectFrom("audit").selectAll().execute()).toEqual([]);
    await kim.share({ viewId, expectedVersion: 2, siteId });
    await kim.change({ viewId, expectedVersion: 3, name: "Octavia second" });
    const rows = await db.selectFrom("audit").selectAll().orderBy("sequence").execute();
    expect(rows.map(({ action }) => action)).toEqual(["view.shared", "view.changed"]);
    expect(JSON.stringify(rows)).not.toContain("Octavia");
    const events = await db.selectFrom("events").select(["kind", "siteId"]).execute();
    expect(events).toEqual([
      { kind: "view", siteId },
      { kind: "view", siteId },
    ]);
  });
});

async function countRows(db: Db) {
  const count = async (table: "views" | "viewPlaces") =>
    (await db.selectFrom(table).selectAll().execute()).length;
  return { views: await count("views"), places: await count("viewPlaces") };
}
