// Which leads are picked: some by hand, or all that match a question, whatever is loaded of them. All is
// never one page.
import type { LeadFilters } from "@studydesk/domain/leads/lead-filters";
import type { RouterInputs } from "../../../lib/trpc";

export type BulkSelection = RouterInputs["bulk"]["start"]["selection"];

export type SelectedLeads =
  | { readonly kind: "picked"; readonly ids: ReadonlySet<number> }
  | {
      readonly kind: "matching";
      readonly filters: LeadFilters;
      /** Taken out by hand. */
      readonly exceptIds: ReadonlySet<number>;
    };

export const nobody: SelectedLeads = { kind: "picked", ids: new Set() };

export function isSelected(selected: SelectedLeads, id: number): boolean {
  return selected.kind === "picked" ? selected.ids.has(id) : !selected.exceptIds.has(id);
}

/** `matching`: how many match, as far as it is counted. */
export function countSelected(selected: SelectedLeads, matching: number): number {
  return selected.kind === "picked"
    ? selected.ids.size
    : Math.max(0, matching - selected.exceptIds.size);
}

export function isNobody(selected: SelectedLeads): boolean {
  return selected.kind === "picked" && selected.ids.size === 0;
}

/** Adds them, or takes them out. */
export function select(
  selected: SelectedLeads,
  ids: readonly number[],
  isOn: boolean,
): SelectedLeads {
  if (selected.kind === "picked") return { kind: "picked", ids: changed(selected.ids, ids, isOn) };
  return { ...selected, exceptIds: changed(selected.exceptIds, ids, !isOn) };
}

function changed(set: ReadonlySet<number>, ids: readonly number[], isIn: boolean) {
  const next = new Set(set);
  for (const id of ids) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** The ids from one row to another, in the order that is shown, whichever comes first. */
export function idsBetween(shown: readonly number[], from: number, to: number): readonly number[] {
  const [start, end] = [shown.indexOf(from), shown.indexOf(to)].toSorted((a, b) => a - b);
  if (start === undefined || end === undefined || start < 0) return [to];
  return shown.slice(start, end + 1);
}

/** As the server is told. */
export function toSelection(selected: SelectedLeads): BulkSelection {
  if (selected.kind === "picked") return { kind: "picked", leadIds: [...selected.ids] };
  const { filters, exceptIds } = selected;
  return { kind: "matching", filters, exceptIds: [...exceptIds] };
}
