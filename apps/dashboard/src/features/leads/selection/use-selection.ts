// The picked leads of the list that is shown: they survive scrolling, sorting and leaving the filter, and
// go with the view. All that match are picked by a question: another question has others.
import type { LeadFilters } from "@studydesk/domain/leads/lead-filters";
import { useState } from "react";
import {
  idsBetween,
  isNobody,
  isSelected,
  nobody,
  type SelectedLeads,
  select,
} from "./selected-leads";

interface Place {
  /** Names the view. */
  view: string;
  filters: LeadFilters;
  /** The ids that are loaded, in their order. */
  shownIds: readonly number[];
}

export type LeadSelection = ReturnType<typeof useSelection>;

export function useSelection({ view, filters, shownIds }: Place) {
  const question = JSON.stringify(filters);
  const [state, setState] = useState({ view, question, selected: nobody });
  const [anchorId, setAnchorId] = useState<number>();
  const isOther =
    state.view !== view || (state.selected.kind === "matching" && state.question !== question);
  const selected = isOther ? nobody : state.selected;
  if (isOther) setState({ view, question, selected: nobody });

  const set = (next: SelectedLeads) => setState({ view, question, selected: next });
  return {
    selected,
    isEmpty: isNobody(selected),
    has: (id: number) => isSelected(selected, id),
    toggle(id: number) {
      set(select(selected, [id], !isSelected(selected, id)));
      setAnchorId(id);
    },
    /** From the row that was picked last to this one. */
    reach(id: number) {
      set(select(selected, idsBetween(shownIds, anchorId ?? id, id), true));
      setAnchorId(id);
    },
    put(ids: readonly number[], isOn: boolean) {
      set(select(selected, ids, isOn));
    },
    /** At once: whatever key comes next is meant for all of them. */
    putAll() {
      set({ kind: "matching", filters, exceptIds: new Set() });
    },
    clear() {
      set(nobody);
      setAnchorId(undefined);
    },
  };
}
