// What becomes of rows: a lead, or one of the reasons why not. The trial run and the import itself ask the
// same judge, so that what was promised is what happens.
import { createHash } from "node:crypto";
import { listSamePeople } from "@studydesk/db/leads/insert-queries";
import type { Db } from "@studydesk/db/open-database";
import type { ImportPlan } from "@studydesk/domain/imports/import-plan";
import type { RowProblem, RowRemark } from "@studydesk/domain/imports/row-problems";
import type { ReadRow, RowLead } from "./read-row";
import type { TableRow } from "./read-table";

export type Verdict =
  | { row: TableRow; lead: RowLead; remarks: RowRemark[] }
  | { row: TableRow; problem: RowProblem; emailFolded: string; statusWord?: string };

/** Who was in earlier rows, by digests of address and number; the row's number with each. */
export type SeenPeople = Map<number, number>;

export interface JudgeParts {
  plan: ImportPlan;
  read: (row: TableRow) => ReadRow;
  /** Leads of this import count as earlier rows. */
  importId: number;
  /** Over the whole file in a trial run; of one portion when its leads are written at once. */
  seen: SeenPeople;
}

export async function judgeRows(
  db: Db,
  rows: readonly TableRow[],
  { plan, read, importId, seen }: JudgeParts,
): Promise<Verdict[]> {
  const readings = rows.map((row) => ({ row, reading: read(row) }));
  const people = readings.flatMap(({ reading }) => (reading.ok ? [reading.lead] : []));
  const same = await listSamePeople(db, plan, {
    emails: people.map(({ emailFolded }) => emailFolded).filter((email) => email !== ""),
    phones: people.flatMap(({ phone }) => phone ?? []),
  });
  const byKey = Map.groupBy(
    same.flatMap((lead) => keysOf(lead).map((key) => ({ key, lead }))),
    ({ key }) => key,
  );
  return readings.map(({ row, reading }): Verdict => {
    if (!reading.ok) {
      const { problem, emailFolded, statusWord } = reading;
      return { row, problem, emailFolded, ...(statusWord === undefined ? {} : { statusWord }) };
    }
    const { lead, remarks } = reading;
    const keys = keysOf(lead);
    const known = keys.flatMap((key) => byKey.get(key) ?? []).map((found) => found.lead);
    const here = known.find((found) => found.importId !== importId);
    const earlier = known.find((found) => found.importId === importId);
    const sameAsRow = earlier?.importRow ?? firstOf(keys.map((key) => seen.get(key)));
    const problem: RowProblem | undefined = here
      ? { reason: "already_here", leadId: here.id }
      : sameAsRow === undefined
        ? undefined
        : { reason: "same_as_row", sameAsRow, leadId: earlier?.id ?? null };
    if (problem) return { row, problem, emailFolded: lead.emailFolded };
    for (const key of keys) seen.set(key, row.row);
    return { row, lead, remarks };
  });
}

function firstOf(rows: readonly (number | undefined)[]): number | undefined {
  return rows.find((row) => row !== undefined);
}

/** Numbers in place of texts: a file of 200,000 people is kept in mind in some megabytes. */
function keysOf({ emailFolded, phone }: { emailFolded: string; phone: string | null }): number[] {
  return [
    ...(emailFolded === "" ? [] : [digest(`e${emailFolded}`)]),
    ...(phone === null ? [] : [digest(`p${phone}`)]),
  ];
}

function digest(text: string): number {
  return createHash("sha256").update(text).digest().readUIntBE(0, 6);
}
