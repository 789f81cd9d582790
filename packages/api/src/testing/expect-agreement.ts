// Whether the reports agree to the unit: with each other, with the log line by line, with the rows that
// their numbers open, and with the rows as they lie.
import type { Row } from "@studydesk/db/schema";
import { leadStages } from "@studydesk/domain/leads/lead-filters";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { dayIn } from "@studydesk/domain/leads/local-day";
import {
  type ConsortReport,
  type FunnelStage,
  funnelGroupings,
  funnelStages,
  type LogRow,
  logScopes,
  type ReportInput,
  type ReportNumber,
} from "@studydesk/domain/reports/report";
import { expect } from "vitest";
import type { buildCaller } from "./build-caller";

type Lead = Row<"leads">;

/** What the milestones say, as the table of a lead's life does. */
function cameTo(lead: Lead, stage: FunnelStage): boolean {
  if (stage === "arrived") return true;
  if (stage === "reached") return lead.firstContactAt !== null || lead.screenedAt !== null;
  const times = [lead.screenedAt, lead.eligibleAt, lead.visitHeldAt, lead.enrolledAt];
  return times.slice(0, leadStages.indexOf(stage)).every((at) => at !== null);
}

function numbersIn(report: unknown): ReportNumber[] {
  if (typeof report !== "object" || report === null) return [];
  const own: ReportNumber[] = isNumber(report) ? [report] : [];
  return [...own, ...Object.values(report).flatMap(numbersIn)];
}

function isNumber(value: object): value is ReportNumber {
  return "count" in value && "filters" in value;
}

const sum = (numbers: readonly { count: number }[]) =>
  numbers.reduce((all, { count }) => all + count, 0);

type Caller = ReturnType<typeof buildCaller>;

export interface PlayedDesk {
  caller: Caller;
  /** Of the caller's sites, as they lie. */
  rows: readonly Lead[];
  /** IANA, by site. */
  zones: ReadonlyMap<number, string>;
}

async function readWholeLog(caller: Caller, input: ReportInput, scope: (typeof logScopes)[number]) {
  const rows: LogRow[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await caller.reports.screeningLog({ ...input, scope, cursor, limit: 37 });
    rows.push(...page.rows);
    if (page.nextCursor === null) return { rows, total: page.total };
    cursor = page.nextCursor;
  }
}

function expectToAddUp(consort: ConsortReport): void {
  const { assessed, excluded, underWay, consented, enrolled } = consort;
  expect(excluded.count + underWay.count + consented.count).toBe(assessed.count);
  const { preScreenFailures, declined, couldNotReach } = consort;
  expect(sum([preScreenFailures, declined, couldNotReach])).toBe(excluded.count);
  const { screenFailures, withdrawnBefore, inScreening, takingPart, withdrawnAfter } = consort;
  expect(sum([screenFailures, withdrawnBefore, inScreening, enrolled])).toBe(consented.count);
  expect(sum([takingPart, withdrawnAfter])).toBe(enrolled.count);
  for (const box of [
    ...[preScreenFailures, declined, couldNotReach, underWay],
    ...[screenFailures, withdrawnBefore, withdrawnAfter, consort.invalid],
  ]) {
    expect(sum(box.parts)).toBe(box.count);
  }
  expect(consort.unexplained.count).toBe(0);
}

/** All reports of one question, against the rows of the viewer's sites. */
export async function expectAgreement(
  { caller, rows, zones }: PlayedDesk,
  input: ReportInput,
): Promise<void> {
  const isMeant = (lead: Lead) => {
    const day = dayIn(zones.get(lead.siteId) ?? "", lead.createdAt);
    return (
      (!input.studyIds?.length || input.studyIds.includes(lead.studyId)) &&
      (!input.siteIds?.length || input.siteIds.includes(lead.siteId)) &&
      (!input.sources?.length || input.sources.includes(lead.source)) &&
      (!input.languages?.length || input.languages.includes(lead.language ?? "none")) &&
      (input.from === undefined || day >= input.from) &&
      (input.to === undefined || day <= input.to)
    );
  };
  const meant = rows.filter(isMeant);
  const assessed = meant.filter(({ status }) => status !== "invalid");

  const consort = await caller.reports.consort(input);
  expectToAddUp(consort);
  expect(consort.assessed.count).toBe(assessed.length);
  expect(consort.invalid.count).toBe(meant.length - assessed.length);
  const failures = await caller.reports.failures(input);
  const funnels = [];
  for (const by of funnelGroupings) {
    funnels.push(await caller.reports.recruitment({ ...input, by }));
  }

  // Every number is the number of rows that its filters show.
  for (const { count, filters } of [consort, failures, ...funnels].flatMap(numbersIn)) {
    const shown = await caller.leads.count({ filters });
    expect({ filters, count: shown.count }).toEqual({ filters, count });
  }

  for (const { total, groups, invalid } of funnels) {
    expect(invalid.count).toBe(consort.invalid.count);
    for (const stage of funnelStages) {
      expect(total.stages[stage].count).toBe(assessed.filter((lead) => cameTo(lead, stage)).length);
      expect(sum(groups.map(({ stages }) => stages[stage]))).toBe(total.stages[stage].count);
    }
    for (const { stages } of [total, ...groups]) {
      const counts = funnelStages.map((stage) => stages[stage].count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
    const waits = assessed.flatMap(({ createdAt, firstContactAt }) =>
      firstContactAt === null
        ? []
        : Math.max(0, (Date.parse(firstContactAt) - Date.parse(createdAt)) / 3.6e6),
    );
    const sorted = waits.toSorted((a, b) => a - b);
    const half = (sorted.length - 1) / 2;
    const middle = ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
    expect(total.toFirstContact.observations.count).toBe(waits.length);
    expect(total.toFirstContact.median ?? 0).toBeCloseTo(middle, 2);
  }
  const [first] = funnels;
  expect(first?.total.stages.enrolled.count).toBe(consort.enrolled.count);
  expect(first?.total.stages.arrived.count).toBe(consort.assessed.count);

  // The log, line by line.
  for (const scope of logScopes) {
    const { rows: log, total } = await readWholeLog(caller, input, scope);
    const wanted = {
      assessed,
      screened: assessed.filter((lead) => cameTo(lead, "screened")),
      consented: assessed.filter(({ studyConsentOn }) => studyConsentOn !== null),
    }[scope];
    expect(log.map(({ leadId }) => leadId).toSorted((a, b) => a - b)).toEqual(
      wanted.map(({ id }) => id).toSorted((a, b) => a - b),
    );
    expect(total.count).toBe(log.length);
    expect((await caller.leads.count({ filters: total.filters })).count).toBe(log.length);
    if (scope === "screened") expect(first?.total.stages.screened.count).toBe(log.length);
    if (scope === "consented") expect(consort.consented.count).toBe(log.length);
    if (scope !== "assessed") continue;
    const ofStatus = (status: LeadStatus) => log.filter((row) => row.status === status);
    expect(ofStatus("pre_screen_failure")).toHaveLength(consort.preScreenFailures.count);
    expect(ofStatus("declined")).toHaveLength(consort.declined.count);
    expect(ofStatus("withdrawn").filter(({ enrolledOn }) => enrolledOn !== null)).toHaveLength(
      consort.withdrawnAfter.count,
    );
    for (const { key, label, count } of consort.preScreenFailures.parts) {
      const name = label.replace(/ of NCT.*/, "");
      const failed = ofStatus("pre_screen_failure").filter((row) => row.failedCriteria[0] === name);
      expect(failed.length, key).toBeGreaterThanOrEqual(count);
    }
  }
  const named = failures.studies.flatMap(({ lines }) => lines);
  expect(sum(named.map(({ preScreenFailures }) => preScreenFailures))).toBe(
    consort.preScreenFailures.count,
  );
}
