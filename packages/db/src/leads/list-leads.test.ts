import { type LeadFilters, type LeadSort, leadSorts } from "@studydesk/domain/leads/lead-filters";
import { leadStatuses, openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { buildLead, buildStudy } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { type LeadPosition, listLeads } from "./list-leads";

const siteNow = (siteId: number) => ({
  siteId,
  endOfToday: "2026-09-02T05:00:00.000Z",
  endOfNextSevenDays: "2026-09-09T05:00:00.000Z",
  timeZone: "America/Chicago",
  promiseBefore: "2026-08-31T12:00:00.000Z",
});

async function walk(
  db: Db,
  siteIds: readonly number[],
  options: { sort: LeadSort; descending: boolean; limit: number; filters?: LeadFilters },
): Promise<number[]> {
  const seen: number[] = [];
  let after: LeadPosition | undefined;
  do {
    const { rows, last } = await listLeads(db, {
      sites: siteIds.map(siteNow),
      userId: "nobody",
      now: "2026-09-01T12:00:00.000Z",
      filters: {},
      ...options,
      after,
    });
    seen.push(...rows.map(({ id }) => id));
    after = rows.length === options.limit ? last : undefined;
  } while (after);
  return seen;
}

type Key = string | number | null;

/** The order as it should be, worked out without a database. */
function expectedOrder(leads: readonly Row<"leads">[], sort: LeadSort, descending: boolean) {
  const keyOf = (lead: Row<"leads">): Key => {
    if (sort === "arrived") return lead.createdAt;
    if (sort === "name") return lead.sortName;
    if (sort === "follow_up") return lead.followUpAt;
    if (sort === "status") return leadStatuses.indexOf(lead.status);
    if (sort === "last_contact") return lead.lastAttemptAt;
    if (sort === "language") return lead.language;
    if (sort === "source") return lead.source;
    if (sort === "attempts") return lead.attemptCount;
    // Sites of one name stand by their ids; all leads are of one study, and nobody's.
    if (sort === "site") return lead.siteId;
    if (sort === "study" || sort === "owner") return null;
    return openLeadStatuses.includes(lead.status) ? lead.statusSince : null;
  };
  const direction = descending === (sort === "waiting") ? 1 : -1;
  const compare = (a: Key, b: Key) => {
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    return (a < b ? -1 : 1) * direction;
  };
  return [...leads]
    .sort((a, b) => compare(keyOf(a), keyOf(b)) || (a.id - b.id) * direction)
    .map(({ id }) => id);
}

const instants = fc.constantFrom("2026-08-01T00:00:00.000Z", "2026-08-01T00:00:00.001Z");
const somebody = fc.record({
  createdAt: instants,
  statusSince: instants,
  followUpAt: fc.option(instants),
  status: fc.constantFrom(...leadStatuses),
  lastName: fc.constantFrom("Voss", "voss", "Núñez", "Zoë", "张伟", "Żak", "علي"),
});

describeOnEveryEngine("listLeads", (openTestDatabase) => {
  it("visits every lead once in every order, through ties, missing values and any page size", async () => {
    const { db } = await openTestDatabase();
    const studyId = await buildStudy(db);
    await fc.assert(
      fc.asyncProperty(
        fc.array(somebody, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (people, limit) => {
          const siteIds = [(await buildSite(db)).id, (await buildSite(db)).id];
          const leads: Row<"leads">[] = [];
          for (const [index, person] of people.entries()) {
            const siteId = siteIds[index % 2] ?? 0;
            leads.push(await buildLead(db, { ...person, siteId, studyId }));
          }
          for (const sort of leadSorts) {
            for (const descending of [true, false]) {
              const seen = await walk(db, siteIds, { sort, descending, limit });
              expect(seen).toEqual(expectedOrder(leads, sort, descending));
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it("shows nothing of other sites, whatever the filters say", async () => {
    const { db } = await openTestDatabase();
    const [{ id: own }, { id: other }] = [await buildSite(db), await buildSite(db)];
    const lead = await buildLead(db, { siteId: own });
    const theirs = await buildLead(db, { siteId: other, followUpAt: "2026-08-01T00:00:00.000Z" });
    const page = { sort: "arrived", descending: true, limit: 10 } as const;
    expect(await walk(db, [own], page)).toEqual([lead.id]);
    for (const filters of [
      { siteIds: [other] },
      { search: `#${theirs.id}` },
      { followUps: ["overdue" as const] },
    ]) {
      expect(await walk(db, [own], { ...page, filters })).toEqual([]);
    }
    expect(await walk(db, [], page)).toEqual([]);
  });

  it("filters by status, study, owner, language, source and due follow-up, all together", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { userId: ownerId } = await buildPerson(db);
    const studyId = await buildStudy(db);
    const wanted = {
      siteId,
      studyId,
      ownerId,
      status: "contacting",
      language: "es",
      source: "referral",
      followUpAt: "2026-09-02T04:59:59.999Z",
    } as const;
    const lead = await buildLead(db, wanted);
    await buildLead(db, { ...wanted, status: "new" });
    await buildLead(db, { ...wanted, studyId: await buildStudy(db) });
    const nobodys = await buildLead(db, { ...wanted, ownerId: null });
    await buildLead(db, { ...wanted, language: null });
    await buildLead(db, { ...wanted, source: "study_page" });
    await buildLead(db, { ...wanted, followUpAt: "2026-09-02T05:00:00.000Z" });
    await buildLead(db, { ...wanted, followUpAt: null });
    const filters: LeadFilters = {
      statuses: ["contacting"],
      studyIds: [studyId],
      siteIds: [siteId],
      ownerIds: [ownerId],
      languages: ["es"],
      sources: ["referral"],
      followUps: ["overdue", "today"],
    };
    const page = { sort: "arrived", descending: false, limit: 10 } as const;
    expect(await walk(db, [siteId], { ...page, filters })).toEqual([lead.id]);
    expect(
      await walk(db, [siteId], { ...page, filters: { ...filters, ownerIds: ["none"] } }),
    ).toEqual([nobodys.id]);
  });

  it("finds people by words of the name in any order, address, number and lead number", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const lead = await buildLead(db, {
      siteId,
      firstName: "José María",
      lastName: "Núñez Díaz",
      email: "JM.Nunez@Example.org",
      phone: "+34915550142",
      phoneTyped: "0915 550 142",
    });
    await buildLead(db, {
      siteId,
      firstName: "Under_score",
      lastName: "100%",
      email: "other@example.com",
      phone: "+13125550199",
      phoneTyped: "555-0199",
    });
    const page = { sort: "name", descending: false, limit: 10 } as const;
    const find = (search: string) => walk(db, [siteId], { ...page, filters: { search } });
    for (const search of [
      "maria nunez",
      "NÚÑEZ josé",
      "diaz",
      "jm.nunez",
      "nunez@example",
      "JM.NUNEZ@EXAMPLE.ORG",
      "+34 915 550 142",
      "915550142",
      "0915 550 142",
      `#${lead.id}`,
      String(lead.id),
    ]) {
      expect(await find(search), search).toContain(lead.id);
    }
    for (const search of ["nunez smith", "example.org.", "_", "%", "\\", "#99999", "' or 1=1 --"]) {
      expect(await find(search), search).not.toContain(lead.id);
    }
    expect(await find("100%")).toHaveLength(1);
    expect(await find("\0nunez\uD800")).toEqual([]);
  });
});
