import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { roles } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";

const canary = "heliotrope-lanterns-hum-at-noon";

describeOnEveryEngine("private notes", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const { id: siteId } = await buildSite(db);
    const kim = await buildPerson(db, { role: "coordinator", siteId });
    const lead = await buildLead(db, { siteId });
    return { db, deps, siteId, kim, leadId: lead.id, asKim: buildCaller(deps, kim).notes };
  }

  it("are written, read, edited and deleted by their author", async () => {
    const { asKim, leadId, deps } = await build();
    const first = await asKim.write({ home: { leadId }, body: "  Prefers mornings. " });
    const at = "2026-09-01T12:00:00.000Z";
    expect(first).toMatchObject({ body: "Prefers mornings.", createdAt: at, version: 1 });
    const second = await asKim.write({ home: { leadId }, body: "很高兴。 مرحبا" });
    expect(await asKim.list({ leadId })).toEqual([second, first]);
    deps.clock.advance(60_000);
    const edited = await asKim.edit({ noteId: first.id, body: "Evenings.", expectedVersion: 1 });
    expect(edited).toEqual({
      ...first,
      body: "Evenings.",
      updatedAt: "2026-09-01T12:01:00.000Z",
      version: 2,
    });
    await asKim.delete({ noteId: second.id, expectedVersion: 1 });
    expect(await asKim.list({ leadId })).toEqual([edited]);
  });

  it("tell a second window of the author that the note changed, and keep what it says", async () => {
    const { asKim, leadId } = await build();
    const { id: noteId } = await asKim.write({ home: { leadId }, body: "One." });
    await asKim.edit({ noteId, body: "Two.", expectedVersion: 1 });
    const conflict = { cause: { code: "conflict", details: { currentVersion: 2 } } };
    await expect(asKim.edit({ noteId, body: "Three.", expectedVersion: 1 })).rejects.toMatchObject(
      conflict,
    );
    await expect(asKim.delete({ noteId, expectedVersion: 1 })).rejects.toMatchObject(conflict);
    expect(await asKim.list({ leadId })).toMatchObject([{ body: "Two.", version: 2 }]);
  });

  it("are nobody else's, whatever their role: they see none, and change none", async () => {
    const { db, deps, asKim, siteId, leadId } = await build();
    const { id: noteId } = await asKim.write({ home: { leadId }, body: canary });
    const others = [await buildPerson(db, { isOwner: true })];
    for (const role of roles) others.push(await buildPerson(db, { role, siteId }));
    for (const other of others) {
      const asOther = buildCaller(deps, other);
      const notThere = { cause: { code: "not_found" } };
      await expect(
        asOther.notes.edit({ noteId, body: "x", expectedVersion: 1 }),
      ).rejects.toMatchObject(notThere);
      await expect(asOther.notes.delete({ noteId, expectedVersion: 1 })).rejects.toMatchObject(
        notThere,
      );
      if (other.isOwner) {
        await expect(asOther.notes.list({ leadId })).rejects.toMatchObject(notThere);
        continue;
      }
      expect(await asOther.notes.list({ leadId })).toEqual([]);
      const all = [
        await asOther.leads.get({ leadId }),
        await asOther.leads.timeline({ leadId }),
        await asOther.leads.list({}),
      ];
      expect(JSON.stringify(all)).not.toContain(canary);
    }
    expect(await asKim.list({ leadId })).toMatchObject([{ body: canary, version: 1 }]);
  });

  it("are out of reach for an author who no longer works at the site", async () => {
    const { deps, kim, asKim, leadId } = await build();
    const { id: noteId } = await asKim.write({ home: { leadId }, body: canary });
    const asGone = buildCaller(deps, { ...kim, roles: [] }).notes;
    const notThere = { cause: { code: "not_found" } };
    await expect(asGone.list({ leadId })).rejects.toMatchObject(notThere);
    await expect(asGone.edit({ noteId, body: "x", expectedVersion: 1 })).rejects.toMatchObject(
      notThere,
    );
  });

  it("stand nowhere in the clear: no table holds a word of them, and no event tells of them", async () => {
    const { db, asKim, leadId, kim } = await build();
    const { id: noteId } = await asKim.write({ home: { leadId }, body: canary });
    await asKim.edit({ noteId, body: `${canary} twice`, expectedVersion: 1 });
    await asKim.delete({ noteId, expectedVersion: 2 });
    await asKim.write({ home: { leadId }, body: canary });
    const tables = ["notes", "activities", "audit", "events", "leads"] as const;
    const rows = await Promise.all(
      tables.map((table) => db.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify(rows)).not.toMatch(/heliotrope|lanterns/);
    expect(await db.selectFrom("events").selectAll().execute()).toEqual([]);
    const audit = await db.selectFrom("audit").selectAll().orderBy("sequence").execute();
    expect(audit.map(({ action, actorId, details }) => [action, actorId, details])).toEqual(
      ["note.written", "note.edited", "note.deleted", "note.written"].map((action) => [
        action,
        kim.userId,
        JSON.stringify({ leadId }),
      ]),
    );
  });

  it("do not open when their sealed texts were swapped, or handed to another author", async () => {
    const { db, deps, asKim, leadId, siteId } = await build();
    const one = await asKim.write({ home: { leadId }, body: "One." });
    const two = await asKim.write({ home: { leadId }, body: "Two." });
    const sealed = await db.selectFrom("notes").select(["id", "sealedBody"]).execute();
    const put = (id: number, from: number) =>
      db
        .updateTable("notes")
        .set({ sealedBody: sealed.find((row) => row.id === from)?.sealedBody ?? "" })
        .where("id", "=", id)
        .execute();
    await put(one.id, two.id);
    await put(two.id, one.id);
    await expect(asKim.list({ leadId })).rejects.toThrow("does not open");
    await put(one.id, one.id);
    await put(two.id, two.id);
    expect(await asKim.list({ leadId })).toHaveLength(2);

    const thief = await buildPerson(db, { role: "admin", siteId });
    await db
      .insertInto("notes")
      .columns(["authorId", "leadId", "sealedBody", "createdAt", "updatedAt"])
      .expression((eb) =>
        eb
          .selectFrom("notes")
          .select((row) => [
            row.val(thief.userId).as("authorId"),
            "leadId",
            "sealedBody",
            "createdAt",
            "updatedAt",
          ])
          .where("id", "=", one.id),
      )
      .execute();
    await expect(buildCaller(deps, thief).notes.list({ leadId })).rejects.toThrow("does not open");
  });
});

it("keeps a private note where nobody finds it in the database's files", async () => {
  const { db, url } = await openTestSqlite();
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db, { name: "Readable Hospital" });
  const kim = await buildPerson(db, { role: "coordinator", siteId });
  const lead = await buildLead(db, { siteId });
  await buildCaller(deps, kim).notes.write({ home: { leadId: lead.id }, body: canary });
  const bytes = readdirSync(dirname(url))
    .filter((name) => name.startsWith(basename(url)))
    .map((name) => readFileSync(join(dirname(url), name)).toString("latin1"))
    .join();
  expect(bytes).toContain("Readable Hospital");
  expect(bytes).not.toContain(canary);
});
