import {
  type LeadFilters,
  leadStages,
  screeningFilters,
} from "@studydesk/domain/leads/lead-filters";
import { type Answer, answers } from "@studydesk/domain/screening/answer";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { buildCriteriaVersion } from "../testing/build-criteria";
import { buildLead, buildStudy } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { countMatchingLeads } from "./count-leads";
import { listLeadPositions } from "./list-leads";

const now = "2026-09-20T12:00:00.000Z";
/** Chicago's first of September begins at five, its last day ends there, too. */
const arrivals = [
  ...["2026-09-01T04:59:59.999Z", "2026-09-01T05:00:00.000Z", "2026-09-02T04:59:59.999Z"],
  ...["2026-09-02T05:00:00.000Z", "2026-09-10T12:00:00.000Z"],
];

interface Known extends Row<"leads"> {
  line: number | null;
  screened: Pick<Row<"screenings">, "questions" | "answered" | "unknowns" | "failed"> | undefined;
  /** By line: what the newest answer says. */
  said: ReadonlyMap<number, Answer>;
}

async function buildMany(db: Db) {
  const { id: siteId } = await buildSite(db, { timeZone: "America/Chicago" });
  const { userId } = await buildPerson(db);
  const studyId = await buildStudy(db);
  const first = await buildCriteriaVersion(db, { studyId, number: 1, questions: 3 });
  const lines = first.map(({ lineId }) => lineId);
  const second = await buildCriteriaVersion(db, { studyId, number: 2, questions: 3, lines });
  const pick = <T>(values: readonly T[], index: number) => values[index % values.length] as T;
  const known: Known[] = [];
  for (let index = 0; index < 40; index++) {
    const came = index % 7;
    const failed = pick([...first, ...second], index);
    const isFailed = came > 1 && index % 3 === 0;
    const at = (stage: number) => (came >= stage ? now : null);
    const lead = await buildLead(db, {
      ...{ siteId, studyId, createdAt: pick(arrivals, index) },
      firstContactAt: index % 4 === 0 ? null : at(1),
      ...{ screenedAt: at(2), decidedAt: at(3), eligibleAt: at(3), visitHeldAt: at(4) },
      enrolledAt: at(5),
      status: isFailed
        ? pick(["pre_screen_failure", "screen_failure"] as const, index)
        : pick(["declined", "pre_screening"] as const, index),
      statusReason: pick(["travel", null, "safety"] as const, index >> 1),
      criterionId: isFailed && index % 2 === 0 ? failed.id : null,
    });
    const said = new Map<number, Answer>();
    const give = async ({ id, lineId }: Row<"criteria">, answer: Answer) => {
      const given = { leadId: lead.id, criterionId: id, answer };
      const when = { answeredAt: now, answeredBy: userId, updatedAt: now };
      await db
        .insertInto("answers")
        .values({ ...given, ...when })
        .execute();
      said.set(lineId, answer);
    };
    // To some criteria both versions have an answer: the later counts.
    if (index % 2 === 0)
      await give(pick(first, index), pick(["met", "unknown"] as const, index >> 1));
    if (index % 3 === 0)
      await give(pick(second, index), pick(["not_met", "met"] as const, index >> 1));
    const screened = pick(
      [
        undefined,
        { questions: 3, answered: 0, unknowns: 0, failed: 0 },
        { questions: 3, answered: 2, unknowns: 1, failed: 0 },
        { questions: 3, answered: 3, unknowns: 1, failed: 1 },
      ],
      index,
    );
    const version = { criteriaVersionId: second[0]?.criteriaVersionId ?? 0, answersSha256: "" };
    if (screened) {
      await db
        .insertInto("screenings")
        .values({ leadId: lead.id, ...version, ...screened, startedAt: now, updatedAt: now })
        .execute();
    }
    const line = isFailed && index % 2 === 0 ? failed.lineId : null;
    known.push({ ...lead, line, screened, said });
  }
  return { siteId, userId, lines, known };
}

/** What the filters mean, worked out without a database. */
function isMeant(lead: Known, filters: LeadFilters): boolean {
  const { arrived, reasons, stage, shortOf, failedLineIds, screening, measured } = filters;
  const came = leadStages.filter((_, index) => {
    const times = [lead.screenedAt, lead.eligibleAt, lead.visitHeldAt, lead.enrolledAt];
    if (index === 0) return lead.firstContactAt !== null || lead.screenedAt !== null;
    return times.slice(0, index).every((at) => at !== null);
  });
  const [first = "", last = "9"] = [
    arrived?.from && `${arrived.from}T05:00:00.000Z`,
    arrived?.to && new Date(Date.parse(`${arrived.to}T05:00:00Z`) + 86_400_000).toISOString(),
  ];
  const { questions = 0, answered = 0, unknowns = 0, failed = 0 } = lead.screened ?? {};
  const kinds = {
    not_started: answered === 0,
    under_way: answered > 0 && answered < questions,
    complete: answered > 0 && answered >= questions,
    unknowns: unknowns > 0,
    failing: failed > 0,
  };
  const byLine = Map.groupBy(filters.answers ?? [], ({ lineId }) => lineId);
  return (
    lead.createdAt >= first &&
    lead.createdAt < last &&
    (!reasons?.length || reasons.includes(lead.statusReason ?? "none")) &&
    (!stage || came.includes(stage)) &&
    (!shortOf || !came.includes(shortOf)) &&
    (!failedLineIds?.length || (lead.line !== null && failedLineIds.includes(lead.line))) &&
    (!screening?.length || screening.some((kind) => kinds[kind])) &&
    (measured !== "first_contact" || lead.firstContactAt !== null) &&
    (measured !== "decision" || lead.decidedAt !== null) &&
    [...byLine].every(([lineId, any]) =>
      any.some(({ answer }) => lead.said.get(lineId) === answer),
    ) &&
    (!filters.unexplained || isUnexplained(lead))
  );
}

function isUnexplained({ status, statusReason, criterionId }: Known): boolean {
  if (status === "pre_screen_failure") return criterionId === null;
  return (status === "declined" || status === "screen_failure") && statusReason === null;
}

describeOnEveryEngine("filters of how far leads came", (openTestDatabase, engine) => {
  it("list and count exactly the leads they mean", async () => {
    const { db } = await openTestDatabase();
    const { siteId, userId, lines, known } = await buildMany(db);
    const day = fc.constantFrom("2026-08-31", "2026-09-01", "2026-09-02");
    const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
    const filtersOf: fc.Arbitrary<LeadFilters> = fc.record(
      {
        arrived: fc.record({ from: day, to: day }, { requiredKeys: [] }),
        reasons: fc.subarray(["travel", "safety", "none"] as const),
        stage: oneOf(...leadStages),
        shortOf: oneOf(...leadStages),
        failedLineIds: fc.subarray([...lines, 999]),
        screening: fc.subarray([...screeningFilters]),
        answers: fc.array(fc.record({ lineId: oneOf(...lines), answer: oneOf(...answers) }), {
          maxLength: 4,
        }),
        measured: oneOf("first_contact" as const, "decision" as const),
        unexplained: oneOf(true as const),
      },
      { requiredKeys: [] },
    );
    const site = { siteId, timeZone: "America/Chicago" };
    const times = { endOfToday: now, endOfNextSevenDays: now, promiseBefore: now };
    await fc.assert(
      fc.asyncProperty(
        filtersOf,
        fc.constantFrom("arrived" as const, "name" as const, "follow_up" as const),
        async (filters, sort) => {
          const query = { sites: [{ ...site, ...times }], userId, now, filters };
          const page = { ...query, sort, descending: true, limit: 200 };
          const seen = (await listLeadPositions(db, page)).map(({ id }) => id);
          const meant = known.filter((lead) => isMeant(lead, filters)).map(({ id }) => id);
          expect(seen.toSorted((a, b) => a - b)).toEqual(meant);
          expect((await countMatchingLeads(db, query)).count).toBe(meant.length);
        },
      ),
      { numRuns: engine === "sqlite" ? 200 : 50 },
    );
  });
});
