// An import as the worker takes it up: what was decided about it, with the site and the people that rows
// are read against.
import { findImport, type NamedImport } from "@studydesk/db/imports/import-queries";
import { listAssigneeMails } from "@studydesk/db/leads/lead-details-queries";
import { findSite } from "@studydesk/db/sites/site-queries";
import { type ImportPlan, importPlan } from "@studydesk/domain/imports/import-plan";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import type { Deps } from "../deps";
import { createRowReader, type ReadRow } from "./read-row";
import type { TableRow } from "./read-table";

export interface OpenImport {
  found: NamedImport;
  plan: ImportPlan;
  read: (row: TableRow) => ReadRow;
}

/** Throws when it has no plan yet: it is not to be worked on then. */
export async function openImport(
  { db, now }: Pick<Deps, "db" | "now">,
  importId: number,
): Promise<OpenImport> {
  const found = await findImport(db, "all", importId);
  if (!found?.plan) throw new Error("The import has no plan.");
  const plan = importPlan.parse(JSON.parse(found.plan));
  const site = await findSite(db, plan.siteId);
  if (!site) throw new Error("The import's site is not there.");
  const owners = new Map(
    (await listAssigneeMails(db, plan.siteId)).map(({ email, userId }) => [
      foldEmail(email),
      userId,
    ]),
  );
  return { found, plan, read: createRowReader({ plan, site, owners, now: now() }) };
}

/** In portions small enough for one transaction, so that other requests go on in between. */
const rowsPerPortion = 50;

export function portionsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerPortion) }, (_, index) =>
    rows.slice(index * rowsPerPortion, (index + 1) * rowsPerPortion),
  );
}

export function letOthersGo(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The file is not where it should be. */
export function isFileGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
