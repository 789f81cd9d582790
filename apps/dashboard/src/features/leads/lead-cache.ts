// The one place that writes to fetched leads: the open lead and its row in every list that was loaded.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "../../lib/trpc";
import { applyPatch, takeBack } from "./lead-patch";
import type { LeadPage, LeadRow, LeadView } from "./lead-types";

type Trpc = ReturnType<typeof useTRPC>;

export interface LeadCache {
  /** Stops answers on their way that would overwrite what is shown ahead of them. */
  hold(leadId: number): Promise<void>;
  /** Shows a change before it is answered; call what comes back to take it away again. */
  foresee(leadId: number, patch: Partial<LeadRow>): () => void;
  /** The server's answer to a change. */
  accept(lead: LeadView): void;
  /** Asks again for all that shows this lead. */
  reload(leadId: number): Promise<void>;
}

export function createLeadCache(queryClient: QueryClient, trpc: Trpc): LeadCache {
  const listFilter = trpc.leads.list.queryFilter();

  function editRow(leadId: number, edit: (row: LeadRow) => LeadRow) {
    queryClient.setQueriesData<LeadPage>(listFilter, (page) => {
      if (!page?.rows.some((row) => row.id === leadId)) return page;
      return { ...page, rows: page.rows.map((row) => (row.id === leadId ? edit(row) : row)) };
    });
  }

  function editView(leadId: number, edit: (lead: LeadView) => LeadView) {
    const key = trpc.leads.get.queryKey({ leadId });
    queryClient.setQueryData(key, (lead) => (lead ? edit(lead) : lead));
  }

  function findRow(leadId: number): LeadRow | undefined {
    const view = queryClient.getQueryData(trpc.leads.get.queryKey({ leadId }));
    if (view) return view;
    for (const [, page] of queryClient.getQueriesData<LeadPage>(listFilter)) {
      const row = page?.rows.find(({ id }) => id === leadId);
      if (row) return row;
    }
    return undefined;
  }

  return {
    async hold(leadId) {
      await Promise.all([
        queryClient.cancelQueries(trpc.leads.get.queryFilter({ leadId })),
        queryClient.cancelQueries(listFilter),
      ]);
    },
    foresee(leadId, patch) {
      const before = findRow(leadId);
      if (!before) return () => undefined;
      editRow(leadId, (row) => applyPatch(row, patch));
      editView(leadId, (lead) => applyPatch<LeadView>(lead, patch));
      return () => {
        editRow(leadId, (row) => takeBack(row, patch, before));
        editView(leadId, (lead) => takeBack(lead, patch, before));
      };
    },
    accept(lead) {
      queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
      editRow(lead.id, (row) => applyPatch<LeadRow>(row, lead));
    },
    async reload(leadId) {
      await Promise.all([
        queryClient.invalidateQueries(trpc.leads.get.queryFilter({ leadId })),
        queryClient.invalidateQueries(trpc.leads.timeline.queryFilter({ leadId })),
        queryClient.invalidateQueries(trpc.leads.timeline.infiniteQueryFilter({ leadId })),
        queryClient.invalidateQueries(trpc.leads.changesSince.queryFilter({ leadId })),
        queryClient.invalidateQueries(listFilter),
        queryClient.invalidateQueries(trpc.leads.counts.queryFilter()),
        queryClient.invalidateQueries(trpc.leads.count.queryFilter()),
        queryClient.invalidateQueries(trpc.leads.next.pathFilter()),
      ]);
    },
  };
}

export function useLeadCache(): LeadCache {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  return useMemo(() => createLeadCache(queryClient, trpc), [queryClient, trpc]);
}
