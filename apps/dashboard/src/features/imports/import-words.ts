// Numbers and states of imports in words.
import type { ImportState } from "@studydesk/domain/imports/import-state";
import type { ImportView } from "./import-types";

export function many(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
}

export const stateWords: Readonly<Record<ImportState, string>> = {
  uploaded: "Waits for its settings",
  checking: "Being tried",
  checked: "Tried, not imported yet",
  importing: "Coming in",
  done: "Imported",
  cancelled: "Stopped",
  failed: "Broken off",
  undoing: "Being taken back",
  undone: "Taken back",
};

/** "1,204 leads · 31 rows not taken". */
export function resultWords(found: ImportView): string {
  const refused = found.rowsHere + found.rowsRejected;
  return [
    many(found.leadsMade, "lead"),
    ...(refused > 0 ? [`${many(refused, "row")} not taken`] : []),
  ].join(" · ");
}

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
