// Puts picking leads into the list: the boxes before the rows, the keys, and the bars below.
import type { LeadFilters } from "@studydesk/domain/leads/lead-filters";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { ExportButton } from "./export/export-button";
import type { ExportWanted } from "./export/export-dialog";
import { leadWords } from "./export/export-list";
import { leadLinkId } from "./list/lead-cursor";
import type { LeadListState } from "./list/use-lead-list";
import { JobBar } from "./selection/job-bar";
import { SelectAllBox, SelectBox } from "./selection/select-box";
import { countSelected, type SelectedLeads, toSelection } from "./selection/selected-leads";
import { SelectionBar } from "./selection/selection-bar";
import { useSelection } from "./selection/use-selection";
import { useSelectionKeys } from "./selection/use-selection-keys";

interface Place {
  /** Names the view. */
  view: string;
  filters: LeadFilters;
  /** How leads are told of in a file. */
  exported: Pick<ExportWanted, "order" | "columns">;
  list: LeadListState;
  scroller: RefObject<HTMLElement | null>;
  cursorId: number | undefined;
  /** Moves the cursor; gives the row it comes to. */
  move: (step: number) => number | undefined;
}

export function usePicking({ view, filters, exported, list, scroller, cursorId, move }: Place) {
  const { canWorkLeads } = useMe().abilities;
  const trpc = useTRPC();
  const shownIds = list.shown.map(({ row }) => row.id);
  const selection = useSelection({ view, filters, shownIds });

  const total = useQuery(
    trpc.leads.count.queryOptions({ filters }, { enabled: !selection.isEmpty, staleTime: 20_000 }),
  ).data;
  const readVisibleIds = () => visibleAmong(shownIds, scroller.current);
  useSelectionKeys(selection, canWorkLeads ? { cursorId, move, readVisibleIds } : undefined);

  // The bar goes with what was picked, and may have had the focus.
  const { isEmpty } = selection;
  const wasEmpty = useRef(true);
  const placeId = cursorId ?? shownIds[0];
  useEffect(() => {
    const hasGone = isEmpty && !wasEmpty.current;
    wasEmpty.current = isEmpty;
    if (!hasGone || placeId === undefined || document.activeElement !== document.body) return;
    document.getElementById(leadLinkId(placeId))?.focus({ preventScroll: true });
  }, [isEmpty, placeId]);

  const isAll = shownIds.length > 0 && shownIds.every(selection.has);
  return {
    isPicking: !selection.isEmpty,
    leading: canWorkLeads
      ? {
          head: (
            <SelectAllBox
              state={isAll ? "all" : !selection.isEmpty ? "some" : "none"}
              onChange={(isOn) =>
                isOn ? selection.put(readVisibleIds(), true) : selection.clear()
              }
            />
          ),
          cell: (lead: LeadListState["shown"][number]["row"]) => (
            <SelectBox
              lead={lead}
              isOn={selection.has(lead.id)}
              isInTabOrder={lead.id === placeId}
              onToggle={() => selection.toggle(lead.id)}
              onReach={() => selection.reach(lead.id)}
            />
          ),
        }
      : undefined,
    bars: (
      <>
        <JobBar />
        {selection.isEmpty ? null : (
          <SelectionBar
            selection={selection}
            filters={filters}
            total={total}
            more={
              <ExportButton
                wanted={{
                  ...exported,
                  selection: toSelection(selection.selected),
                  words: selectedWords(selection.selected, total),
                }}
              />
            }
          />
        )}
      </>
    ),
  };
}

/** The rows of which at least half can be seen. */
function visibleAmong(ids: readonly number[], scroller: HTMLElement | null): number[] {
  const frame = scroller?.getBoundingClientRect();
  if (!frame) return [];
  return ids.filter((id) => {
    const row = document.getElementById(leadLinkId(id))?.closest("tr, li");
    if (!row) return false;
    const { top, bottom } = row.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return middle > frame.top && middle < frame.bottom;
  });
}

function selectedWords(
  selected: SelectedLeads,
  total: { count: number; isCapped: boolean } | undefined,
): string {
  if (selected.kind === "matching" && (!total || total.isCapped)) return leadWords(total);
  return leadWords({ count: countSelected(selected, total?.count ?? 0), isCapped: false });
}
