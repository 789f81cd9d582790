// The settings while somebody makes them: begun from what the file says of itself, or from how such a file
// was read before.

import { foldWord, guessStatus, type ImportStatus } from "@studydesk/domain/imports/guess-status";
import type { DateOrder } from "@studydesk/domain/imports/import-plan";
import type { RowField } from "@studydesk/domain/imports/row-problems";
import type { ImportPlan, ImportPreview, ImportTarget, ImportView } from "./import-types";

export interface PlanDraft {
  target: string | null;
  columns: (RowField | null)[];
  dateOrder: DateOrder | null;
  statuses: Record<string, ImportStatus>;
  source: ImportPlan["source"];
  consent: { kind: "declared" | "column"; where: string; on: string };
}

export function targetKey({ siteId, studyId }: Pick<ImportTarget, "siteId" | "studyId">): string {
  return `${siteId} ${studyId}`;
}

export function beginDraft(
  found: ImportView,
  preview: ImportPreview,
  targets: readonly ImportTarget[],
): PlanDraft {
  // A trial run that somebody came back from, else how such a file was read before.
  const before = found.plan ?? preview.remembered;
  const known = before && targets.some((target) => targetKey(target) === targetKey(before));
  const [only, ...others] = targets;
  const columns = preview.columns.map(({ guess }, index) =>
    before && before.columns.length === preview.columns.length
      ? (before.columns[index] ?? null)
      : guess,
  );
  return {
    target: known ? targetKey(before) : only && others.length === 0 ? targetKey(only) : null,
    columns,
    dateOrder: before?.dateOrder ?? guessedOrder(preview, columns),
    statuses: { ...before?.statuses },
    source: before?.source ?? "import",
    consent: {
      kind: columns.includes("consent") ? "column" : "declared",
      where: found.plan?.consent.where ?? "",
      on: found.plan?.consent.on ?? "",
    },
  };
}

/** Null: the day and the month could be either, and somebody has to say. */
export function guessedOrder(
  preview: ImportPreview,
  columns: readonly (RowField | null)[],
): DateOrder | null {
  const orders = preview.columns.flatMap(({ dates }, index) => {
    const field = columns[index];
    return dates && (field === "created_at" || field === "consent") ? [dates] : [];
  });
  return orders.find((order) => order !== "either") ?? (orders.length > 0 ? null : "dmy");
}

/** Words of the status column that need a meaning, with the one they have. */
export function statusWordsOf(
  preview: ImportPreview,
  draft: PlanDraft,
  more: readonly string[],
): { word: string; status: ImportStatus | null }[] {
  const column = preview.columns[draft.columns.indexOf("status")];
  if (!column) return [];
  return [...new Set([...column.words, ...more])].slice(0, 100).map((word) => ({
    word,
    status: draft.statuses[foldWord(word)] ?? guessStatus(word) ?? null,
  }));
}

export function toPlan(
  found: Pick<ImportPlan, "encoding" | "delimiter" | "hasHeader">,
  draft: PlanDraft,
  targets: readonly ImportTarget[],
): ImportPlan | undefined {
  const target = targets.find((each) => targetKey(each) === draft.target);
  if (!target) return undefined;
  const { siteId, studyId } = target;
  const { columns, statuses, source, consent, dateOrder } = draft;
  const { encoding, delimiter, hasHeader } = found;
  return {
    ...{ encoding, delimiter, hasHeader, siteId, studyId, columns, statuses, source },
    dateOrder: dateOrder ?? "dmy",
    consent: { ...consent, where: consent.where.trim() },
  };
}
