// The screening log, page by page in the order in which leads arrived.
import { type LeadPosition, listLeadPositions } from "@studydesk/db/leads/list-leads";
import { countLog } from "@studydesk/db/reports/log-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type {
  LogRow,
  ScreeningLog,
  ScreeningLogFileInput,
  ScreeningLogInput,
} from "@studydesk/domain/reports/report";
import { filtersOfLog } from "@studydesk/domain/reports/report-filters";
import { z } from "zod";
import type { Deps } from "../deps";
import { readSitesNow } from "../leads/site-now";
import { readLogRows } from "./log-rows";
import { type NamedScope, readScope } from "./read-scope";

type LogDeps = Pick<Deps, "db" | "now">;

export async function readScreeningLog(
  deps: LogDeps,
  viewer: Viewer,
  { cursor, limit, ...input }: ScreeningLogInput,
): Promise<ScreeningLog> {
  const { scope: logScope, withInitials: _, ...report } = input;
  const scope = await readScope(deps, viewer, report);
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { rows, last } = await readLogPage(deps, viewer, scope, input, { after, limit });
  return {
    at: deps.now().toISOString(),
    total: {
      count: await countLog(deps.db, scope, logScope),
      filters: filtersOfLog(report, logScope),
    },
    rows,
    nextCursor: last && rows.length === limit ? writeCursor(last) : null,
  };
}

/** Fewer rows than `limit` means that it was the last page. */
export async function readLogPage(
  deps: LogDeps,
  viewer: Viewer,
  scope: NamedScope,
  { scope: logScope, withInitials, ...report }: ScreeningLogFileInput,
  { after, limit }: { after: LeadPosition | undefined; limit: number },
): Promise<{ rows: LogRow[]; last: LeadPosition | undefined }> {
  const siteIds = scope.sites.map(({ siteId }) => siteId);
  const positions = await listLeadPositions(deps.db, {
    sites: await readSitesNow(deps, siteIds),
    userId: viewer.userId,
    now: deps.now().toISOString(),
    filters: filtersOfLog(report, logScope),
    ...{ sort: "arrived", descending: false, after, limit },
  });
  const ids = positions.map(({ id }) => id);
  return {
    rows: await readLogRows(deps.db, siteIds, ids, { withInitials }),
    last: positions.at(-1),
  };
}

const cursorShape = z.tuple([z.iso.datetime(), z.int32().positive()]);

function writeCursor({ key, id }: LeadPosition): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

function readCursor(cursor: string): LeadPosition {
  try {
    const [key, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { key, id };
  } catch {
    throw new DomainError(
      "invalid",
      "This place in the log is not known any more. Load the log again from its beginning.",
      { reason: "cursor" },
    );
  }
}
