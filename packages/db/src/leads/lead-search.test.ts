import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import { readSearchText } from "@studydesk/domain/leads/search-text";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow } from "../schema";
import { buildLead, buildStudy } from "../testing/build-lead";
import { buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { findLeads } from "./find-leads";
import { isHeldBy } from "./lead-search";
import { type LeadListQuery, listLeads } from "./list-leads";

const reader = (siteIds: readonly number[]) => ({
  sites: siteIds.map((siteId) => ({
    siteId,
    endOfToday: "2026-09-02T05:00:00.000Z",
    endOfNextSevenDays: "2026-09-09T05:00:00.000Z",
    timeZone: "America/Chicago",
    promiseBefore: "2026-08-31T12:00:00.000Z",
  })),
  userId: "nobody",
  now: "2026-09-01T12:00:00.000Z",
});

async function search(
  db: Db,
  siteIds: readonly number[],
  text: string,
  more: Partial<LeadListQuery> = {},
): Promise<number[]> {
  const { rows } = await listLeads(db, {
    ...reader(siteIds),
    filters: { search: text, ...more.filters },
    sort: "arrived",
    descending: false,
    limit: 200,
    ...(more.notedLeadIds ? { notedLeadIds: more.notedLeadIds } : {}),
  });
  return rows.map(({ id }) => id);
}

const people = {
  jose: {
    firstName: "José María",
    lastName: "Núñez Díaz",
    email: "JM.Nunez@Example.org",
    phone: "+34915550142",
    phoneTyped: "0915 550 142",
  },
  xiaoming: {
    firstName: "小明",
    lastName: "李",
    email: "xm@example.com",
    phone: "+862155550114",
    phoneTyped: "021-5555-0114",
  },
  li: { firstName: "Bo", lastName: "Li", email: "b@example.com", phone: null, phoneTyped: "ask" },
  linda: {
    firstName: "Linda",
    lastName: 'O\'Hara "Lin" 100%',
    email: "under_score@example.com",
    phone: null,
    phoneTyped: "555-0199 (evenings)",
  },
} as const;
type Person = keyof typeof people;

const found: readonly (readonly [string, readonly Person[]])[] = [
  ["maria nunez", ["jose"]],
  ["NÚÑEZ josé", ["jose"]],
  ["uñe", ["jose"]],
  ["diaz maria jose", ["jose"]],
  ["jm.nunez", ["jose"]],
  ["nunez@example", ["jose"]],
  ["@example.org", ["jose"]],
  ["m@", ["xiaoming"]],
  ["+34 915 550 142", ["jose"]],
  ["0034 (0)915-550-142", ["jose"]],
  ["0915 550", ["jose"]],
  ["915550142", ["jose"]],
  ["555 0199", ["linda"]],
  ["li", ["li", "linda"]],
  ["b", ["li"]],
  ["bo li", ["li"]],
  ["li bo", ["li"]],
  ["李", ["xiaoming"]],
  ["明", ["xiaoming"]],
  ["小明", ["xiaoming"]],
  ["李小明", ["xiaoming"]],
  ["李 小明", ["xiaoming"]],
  ["张", []],
  ["小李", []],
  ["o'hara", ["linda"]],
  ["100%", ["linda"]],
  ["_", []],
  ["under_score", ["linda"]],
  ['"lin"', ["linda"]],
  ["nunez smith", []],
  ["example.org.", []],
  ["%", []],
  ["\\", []],
  ["' or 1=1 --", []],
  ['" OR name:*', []],
  ["#99999", []],
  ["\0nunez\uD800", []],
  ["nunez AND NOT jose", []],
];

describeOnEveryEngine("searching leads", (openTestDatabase) => {
  it("finds people by parts of names, addresses and numbers in any writing, and nobody else", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const studyId = await buildStudy(db, "Zzz");
    const ids = new Map<Person, number>();
    for (const [person, who] of Object.entries(people)) {
      const lead = await buildLead(db, { ...who, siteId, studyId });
      ids.set(person as Person, lead.id);
    }
    for (const [text, expected] of found) {
      const wanted = expected.map((person) => ids.get(person));
      expect((await search(db, [siteId], text)).toSorted(), text).toEqual(wanted);
      const held = isHeldBy(readSearchText(text), new Map());
      const rows = await db.selectFrom("leads").select("id").where(held).orderBy("id").execute();
      if (!text.startsWith("#"))
        expect(
          rows.map(({ id }) => id),
          text,
        ).toEqual(wanted);
    }
    const jose = ids.get("jose") ?? 0;
    expect(await search(db, [siteId], `#${jose}`)).toEqual([jose]);
    expect(await search(db, [siteId], String(jose))).toContain(jose);
  });

  it("finds the leads of a study by words of its title and by its number, beside names", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const studyId = await buildStudy(db, "Schlafstörung and Shift-Work");
    const study = await db.selectFrom("studies").selectAll().executeTakeFirstOrThrow();
    const voss = await buildLead(db, { siteId, studyId });
    const kim = await buildLead(db, { siteId, studyId, firstName: "Kim", lastName: "Bell" });
    const other = await buildLead(db, { siteId, studyId: await buildStudy(db), lastName: "Work" });
    expect(await search(db, [siteId], "shift")).toEqual([voss.id, kim.id]);
    expect(await search(db, [siteId], study.nctId)).toEqual([voss.id, kim.id]);
    expect(await search(db, [siteId], "work")).toEqual([voss.id, kim.id, other.id]);
    expect(await search(db, [siteId], "bell work")).toEqual([kim.id]);
    expect(await search(db, [siteId], "hift")).toEqual([]);
  });

  it("keeps within the reader's sites and the other filters, and adds what own notes hold", async () => {
    const { db } = await openTestDatabase();
    const [{ id: own }, { id: other }] = [await buildSite(db), await buildSite(db)];
    const studyId = await buildStudy(db, "Zzz");
    const lead = await buildLead(db, { siteId: own, studyId });
    const closed = await buildLead(db, { siteId: own, studyId, status: "declined" });
    const theirs = await buildLead(db, { siteId: other, studyId });
    expect(await search(db, [own], "voss")).toEqual([lead.id, closed.id]);
    expect(await search(db, [own], `#${theirs.id}`)).toEqual([]);
    expect(await search(db, [], "voss")).toEqual([]);
    expect(await search(db, [own], "voss", { filters: { statuses: ["declined"] } })).toEqual([
      closed.id,
    ]);
    const noted = { notedLeadIds: [closed.id, theirs.id] };
    expect(await search(db, [own], "mornings", noted)).toEqual([closed.id]);
  });

  it("follows every change of a name, an address and a number", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const studyId = await buildStudy(db, "Zzz");
    const lead = await buildLead(db, { siteId, studyId, email: "x@example.org" });
    const save = (changes: object) =>
      db.updateTable("leads").set(changes).where("id", "=", lead.id).execute();
    await save({ lastName: "王", sortName: sortNameOf("Amara", "王") });
    expect(await search(db, [siteId], "voss amara")).toEqual([]);
    expect(await search(db, [siteId], "王")).toEqual([lead.id]);
    await save({ emailFolded: "new@example.com", phone: null, phoneTyped: "555 0111" });
    expect(await search(db, [siteId], "new@exa")).toEqual([lead.id]);
    expect(await search(db, [siteId], "x@example.org")).toEqual([]);
    expect(await search(db, [siteId], "5550142")).toEqual([]);
    expect(await search(db, [siteId], "5550111")).toEqual([lead.id]);
    await db.deleteFrom("leads").where("id", "=", lead.id).execute();
    expect(await search(db, [siteId], "amara")).toEqual([]);
    expect(await db.selectFrom("leadNameParts").selectAll().execute()).toEqual([]);
    if (engineOf(db) === "sqlite") {
      await sql`insert into "leadSearch"("leadSearch") values ('integrity-check')`.execute(db);
      // Nothing of the person is left among the trigrams.
      await sql`create virtual table terms using fts5vocab('leadSearch', 'row')`.execute(db);
      expect((await sql`select term from terms`.execute(db)).rows).toEqual([]);
    }
  });

  it("finds the same when many match, by row or by list", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const studyId = await buildStudy(db, "Zzz");
    const row: NewRow<"leads"> = {
      ...{
        studyId,
        siteId,
        status: "new" as const,
        source: "referral" as const,
        firstName: "Ma",
        lastName: "Mar",
      },
      ...{ sortName: "mar ma", email: "", emailFolded: "", phoneTyped: "5550123" },
      ...{ timeZone: "UTC", statusSince: "", createdAt: "2026-09-01T11:00:00.000Z" },
    };
    for (let done = 0; done < 1200; done += 400) {
      await db
        .insertInto("leads")
        .values(Array.from({ length: 400 }, () => row))
        .execute();
    }
    const last = await buildLead(db, { siteId, studyId, firstName: "Mara", phone: null });
    for (const text of ["ma", "mar", "5550", "mar ma"]) {
      const { rows } = await listLeads(db, {
        ...reader([siteId]),
        filters: { search: text },
        sort: "arrived",
        descending: true,
        limit: 200,
      });
      expect(rows, text).toHaveLength(200);
      expect(rows[0]?.id, text).toBe(last.id);
    }
    const best = await findLeads(db, {
      ...reader([siteId]),
      text: "mar",
      limit: 3,
      notedLeadIds: [],
    });
    expect(best).toHaveLength(3);
    expect(best[0]?.id).toBe(last.id);
  });

  it("leads to a lead: its number first, then the name itself, its beginning, and the rest", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const studyId = await buildStudy(db, "Zzz");
    const add = async (firstName: string, lastName: string, email = "x@example.org") =>
      (await buildLead(db, { siteId, studyId, firstName, lastName, email })).id;
    const inside = await add("Tamar", "Bond");
    const begins = await add("Ann", "Marlow");
    const exact = await add("", "Mar");
    const byMail = await add("Kim", "Bell", "mar@example.org");
    const find = async (text: string, limit = 8) =>
      (await findLeads(db, { ...reader([siteId]), text, limit, notedLeadIds: [] })).map(
        ({ id }) => id,
      );
    expect(await find("mar")).toEqual([exact, begins, byMail, inside]);
    expect(await find("Ann Marlow")).toEqual([begins]);
    expect(await find("mar", 1)).toEqual([exact]);
    expect(await find(`#${begins}`)).toEqual([begins]);
    expect(await find("  ")).toEqual([]);
  });
});
