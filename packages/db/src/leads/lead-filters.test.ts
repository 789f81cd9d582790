import { contactOutcomes } from "@studydesk/domain/contact/contact-attempt";
import { type LeadFilters, leadFilters, leadSorts } from "@studydesk/domain/leads/lead-filters";
import { leadStatuses } from "@studydesk/domain/leads/lead-status";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { buildLead, buildStudy } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { countMatchingLeads } from "./count-leads";
import { type LeadPosition, listLeadPositions } from "./list-leads";

const now = "2026-09-01T12:00:00.000Z";
const endOfToday = "2026-09-02T05:00:00.000Z";
const endOfNextSevenDays = "2026-09-09T05:00:00.000Z";
const siteNow = (siteId: number) => ({
  ...{ siteId, endOfToday, endOfNextSevenDays },
  timeZone: "America/Chicago",
  promiseBefore: "2026-08-31T12:00:00.000Z",
});

const beforeNow = (days: number, ms = 0) =>
  new Date(Date.parse(now) - days * 86_400_000 + ms).toISOString();
/** On, just before and just after each border that a filter knows. */
const instants = [
  ...[beforeNow(0), beforeNow(0, -1), beforeNow(1), beforeNow(1, 1), beforeNow(3), beforeNow(3, 1)],
  ...[
    beforeNow(4),
    endOfToday,
    "2026-09-02T04:59:59.999Z",
    endOfNextSevenDays,
    "2026-09-20T00:00:00.000Z",
  ],
];

type Attempt = Pick<Row<"contactAttempts">, "leadId" | "at" | "outcome" | "takenBackAt">;

/** What the filters mean, worked out without a database. */
function isMeant(
  lead: Row<"leads">,
  filters: LeadFilters,
  noted: ReadonlySet<number>,
  attempts: readonly Attempt[],
): boolean {
  const { statuses, studyIds, siteIds, ownerIds, languages, sources } = filters;
  const { followUps, age, lastContact, tried, hasNote } = filters;
  const isOneOf = <T>(list: readonly T[] | undefined, value: T | null) =>
    !list?.length || (value !== null && list.includes(value));
  const daysSince = (at: string) => Math.floor((Date.parse(now) - Date.parse(at)) / 86_400_000);
  const isIn = (
    at: string,
    {
      minDays = 0,
      maxDays = 99_999,
    }: { minDays?: number | undefined; maxDays?: number | undefined },
  ) => daysSince(at) >= minDays && daysSince(at) <= maxDays;
  const followUp = () => {
    const at = lead.followUpAt;
    if (at === null) return "none";
    if (at < now) return "overdue";
    if (at < endOfToday) return "today";
    return at < endOfNextSevenDays ? "next_7_days" : "later";
  };
  const wasTried = () => {
    if (!lastContact) return true;
    const { never, minDays, maxDays } = lastContact;
    if (lead.lastAttemptAt === null) return never === true || (minDays ?? maxDays) === undefined;
    return (minDays ?? maxDays) === undefined
      ? never !== true
      : isIn(lead.lastAttemptAt, lastContact);
  };
  return (
    isOneOf(statuses, lead.status) &&
    isOneOf(studyIds, lead.studyId) &&
    isOneOf(siteIds, lead.siteId) &&
    isOneOf(ownerIds, lead.ownerId ?? "none") &&
    isOneOf(languages, lead.language) &&
    isOneOf(sources, lead.source) &&
    isOneOf(followUps, followUp()) &&
    (!age || isIn(lead.createdAt, age)) &&
    wasTried() &&
    (!tried ||
      attempts.some(
        ({ leadId, at, outcome, takenBackAt }) =>
          leadId === lead.id &&
          takenBackAt === null &&
          isOneOf(tried.outcomes, outcome) &&
          (tried.withinDays === undefined || at > beforeNow(tried.withinDays)),
      )) &&
    (hasNote === undefined || hasNote === noted.has(lead.id))
  );
}

async function buildMany(db: Db) {
  const siteIds = [(await buildSite(db)).id, (await buildSite(db, { name: "Alpha" })).id];
  const { id: otherSite } = await buildSite(db);
  const studyIds = [await buildStudy(db, "Sleep"), await buildStudy(db, "knees")];
  const owners = [(await buildPerson(db, { name: "Zoe" })).userId, (await buildPerson(db)).userId];
  const pick = <T>(values: readonly T[], index: number) => values[index % values.length] as T;
  const leads: Row<"leads">[] = [];
  const past = instants.filter((at) => at <= now);
  for (let index = 0; index < 44; index++) {
    const lead = await buildLead(db, {
      siteId: pick(siteIds, index >> 1),
      studyId: pick(studyIds, index),
      status: pick(leadStatuses, index),
      ownerId: pick([null, ...owners], index >> 1),
      language: pick([null, "es", "zh"], index),
      source: pick(["referral", "study_page"] as const, index >> 2),
      followUpAt: pick([null, ...instants], index),
      createdAt: pick(past, index),
      lastAttemptAt: pick([null, ...past], index >> 1),
      attemptCount: index % 3,
    });
    leads.push(lead);
  }
  await buildLead(db, { siteId: otherSite, studyId: pick(studyIds, 0) });
  const notes = { sealedBody: "", createdAt: now, updatedAt: now };
  const [me, other] = owners;
  for (const [index, lead] of leads.slice(0, 9).entries()) {
    const authorId = (index % 3 === 0 ? other : me) ?? "";
    await db
      .insertInto("notes")
      .values({ ...notes, leadId: lead.id, authorId })
      .execute();
  }
  const noted = new Set(
    leads
      .slice(0, 9)
      .filter((_, index) => index % 3 !== 0)
      .map(({ id }) => id),
  );
  // The last attempt of each lead, of some an earlier one, and one after both that was taken back.
  const attempts = leads.flatMap(({ id, lastAttemptAt: at }, index): Attempt[] => {
    if (at === null) return [];
    const made = { leadId: id, at, outcome: pick(contactOutcomes, index), takenBackAt: null };
    const earlier = { ...made, at: beforeNow(9), outcome: pick(contactOutcomes, index >> 1) };
    const gone = { ...made, at: now, outcome: pick(contactOutcomes, index + 1), takenBackAt: now };
    return index % 3 === 0 ? [made] : [made, earlier, gone];
  });
  await db
    .insertInto("contactAttempts")
    .values(attempts.map((each) => ({ ...each, channel: "phone" as const, byUserId: me ?? "" })))
    .execute();
  return { siteIds, studyIds, owners, leads, noted, attempts, userId: me ?? "" };
}

const days = fc.option(fc.constantFrom(0, 1, 3), { nil: undefined });
const some = <T>(...values: T[]) => fc.option(fc.subarray(values), { nil: undefined });

describeOnEveryEngine("filters of the lead list", (openTestDatabase, engine) => {
  it("page through exactly the leads they mean, each once, in every order, and count them", async () => {
    const { db } = await openTestDatabase();
    const { siteIds, studyIds, owners, leads, noted, attempts, userId } = await buildMany(db);
    const filtersOf = fc.record({
      statuses: some(...leadStatuses),
      studyIds: some(...studyIds),
      siteIds: some(...siteIds),
      ownerIds: some("none", ...owners),
      languages: some("es", "zh", "xx"),
      sources: some("referral" as const, "study_page" as const),
      followUps: some(...leadFilters.shape.followUps.unwrap().element.options),
      age: fc.option(fc.record({ minDays: days, maxDays: days }), { nil: undefined }),
      lastContact: fc.option(
        fc.record({
          never: fc.constantFrom(true as const, undefined),
          minDays: days,
          maxDays: days,
        }),
        { nil: undefined },
      ),
      tried: fc.option(
        fc.record({
          outcomes: fc.subarray([...contactOutcomes], { minLength: 1 }),
          withinDays: fc.option(fc.constantFrom(1, 3, 4), { nil: undefined }),
        }),
        { nil: undefined },
      ),
      hasNote: fc.option(fc.boolean(), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(
        filtersOf,
        fc.constantFrom(...leadSorts),
        fc.boolean(),
        fc.integer({ min: 1, max: 20 }),
        // Most filters are left out, or hardly anything would be left.
        fc.array(fc.constantFrom(...Object.keys(leadFilters.shape)), { maxLength: 3 }),
        async (drawn, sort, descending, limit, kept) => {
          const filters = leadFilters.parse(
            Object.fromEntries(Object.entries(drawn).filter(([name]) => kept.includes(name))),
          );
          const query = { sites: siteIds.map(siteNow), userId, now, filters };
          const seen: number[] = [];
          let after: LeadPosition | undefined;
          do {
            const page = await listLeadPositions(db, { ...query, sort, descending, after, limit });
            seen.push(...page.map(({ id }) => id));
            after = page.length === limit ? page.at(-1) : undefined;
          } while (after);
          const meant = leads
            .filter((lead) => isMeant(lead, filters, noted, attempts))
            .map(({ id }) => id);
          expect(seen.toSorted((a, b) => a - b)).toEqual(meant);
          expect(await countMatchingLeads(db, query)).toEqual({
            count: meant.length,
            isCapped: false,
          });
        },
      ),
      // SQLite answers ten times as soon; what is asked is made by the same code.
      { numRuns: engine === "sqlite" ? 150 : 40 },
    );
  });

  it("order by the names of studies, sites and people, whatever the case, nobody's last", async () => {
    const { db } = await openTestDatabase();
    const { siteIds, userId, leads } = await buildMany(db);
    const first = async (sort: "study" | "site" | "owner", descending: boolean) => {
      const query = { sites: siteIds.map(siteNow), userId, now, filters: {}, sort, descending };
      const [position] = await listLeadPositions(db, { ...query, limit: 1 });
      return leads.find(({ id }) => id === position?.id);
    };
    expect(await first("study", false)).toMatchObject({ studyId: leads[1]?.studyId });
    expect(await first("study", true)).toMatchObject({ studyId: leads[0]?.studyId });
    expect(await first("site", false)).toMatchObject({ siteId: siteIds[1] });
    expect(await first("owner", true)).toMatchObject({ ownerId: userId });
    expect((await first("owner", false))?.ownerId).not.toBeNull();
  });
});
