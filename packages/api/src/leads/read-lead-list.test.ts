import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { leadSorts } from "@studydesk/domain/leads/lead-filters";
import { expect, it } from "vitest";
import { writeNote } from "../notes/write-note";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";

describeOnEveryEngine("the lead list", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const { id: siteId } = await buildSite(db, { name: "Heliotrope Hospital" });
    const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Canary" });
    const studyId = await buildStudy(db, "Zzz");
    const names = [
      ["Ana", "Ångström"],
      ["Bo", "Canary"],
      ["小明", "李"],
    ] as const;
    const leads = [];
    for (const [firstName, lastName] of names) {
      const ownerId = firstName === "Bo" ? null : kim.userId;
      leads.push(await buildLead(db, { siteId, studyId, firstName, lastName, ownerId }));
    }
    return { db, deps, siteId, kim, leads, asKim: buildCaller(deps, kim).leads };
  }

  it("is read page after page in every order, by cursors that tell nothing of anybody", async () => {
    const { asKim, leads } = await build();
    for (const sort of leadSorts) {
      for (const descending of [true, false]) {
        const seen: number[] = [];
        let cursor: string | null = null;
        do {
          const page = await asKim.list({ filters: {}, sort, descending, limit: 1, cursor });
          seen.push(...page.rows.map(({ id }) => id));
          cursor = page.nextCursor;
          const said = Buffer.from(cursor ?? "", "base64url").toString();
          expect(said).not.toMatch(/canary|ngstr|heliotrope|zzz|李/i);
        } while (cursor);
        expect(seen.toSorted(), `${sort} ${descending}`).toEqual(leads.map(({ id }) => id));
      }
    }
  });

  it("takes no place that it did not give", async () => {
    const { asKim } = await build();
    const invalid = { cause: { code: "invalid", reason: "cursor" } };
    const places = [
      ["status", true, 1, "new"],
      ["arrived", true, 1, 5],
      ["arrived", true, 1, "a\0b"],
      ["name", true, 999, null],
    ];
    for (const place of places) {
      const cursor = Buffer.from(JSON.stringify(place)).toString("base64url");
      const sort = leadSorts.find((each) => each === place[0]) ?? "arrived";
      const asked = asKim.list({ filters: {}, sort, descending: true, limit: 1, cursor });
      await expect(asked, String(place)).rejects.toMatchObject(invalid);
    }
  });

  it("finds what the reader's own notes hold, and never what others noted", async () => {
    const { db, deps, siteId, kim, leads, asKim } = await build();
    const other = await buildPerson(db, { role: "coordinator", siteId });
    const [ana, bo, li] = leads.map(({ id }) => id);
    await writeNote(deps, kim, { home: { leadId: bo ?? 0 }, body: "Prefers mörnings, by train." });
    await writeNote(deps, kim, { home: { leadId: li ?? 0 }, body: "喜欢早上" });
    await writeNote(deps, other, { home: { leadId: ana ?? 0 }, body: "Prefers mornings, too." });
    const search = async (text: string) => {
      const { rows } = await asKim.list({ filters: { search: text }, sort: "arrived", limit: 9 });
      const { count } = await asKim.count({ filters: { search: text } });
      expect(count).toBe(rows.length);
      return rows.map(({ id }) => id);
    };
    expect(await search("train mornings")).toEqual([bo]);
    expect(await search("早上")).toEqual([li]);
    expect(await search("too")).toEqual([]);
    expect((await asKim.find({ text: "mornings" })).map(({ id }) => id)).toEqual([bo]);
    expect((await asKim.find({ text: "canary" })).map(({ id }) => id)).toEqual([bo]);
    expect(await asKim.count({ filters: { hasNote: true } })).toEqual({
      count: 2,
      isCapped: false,
    });
    // A note that was damaged is passed over.
    await db
      .updateTable("notes")
      .set({ sealedBody: "1.x.y.z" })
      .where("leadId", "=", bo ?? 0)
      .execute();
    expect(await search("mornings")).toEqual([]);
  });
});
