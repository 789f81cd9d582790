// Exports all that the list shows, with how many that are.
import type { LeadFilters } from "@studydesk/domain/leads/lead-filters";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../lib/trpc";
import { ExportButton } from "./export-button";
import type { ExportWanted } from "./export-dialog";

interface Props extends Pick<ExportWanted, "order" | "columns"> {
  filters: LeadFilters;
}

export function ExportList({ filters, order, columns }: Props) {
  const trpc = useTRPC();
  const total = useQuery(trpc.leads.count.queryOptions({ filters }, { staleTime: 20_000 })).data;
  if (total?.count === 0) return null;
  const selection = { kind: "matching" as const, filters, exceptIds: [] };
  return <ExportButton isQuiet wanted={{ selection, words: leadWords(total), order, columns }} />;
}

/** "1,204 leads"; until they are counted, "all leads of this list". */
export function leadWords(total: { count: number; isCapped: boolean } | undefined): string {
  if (!total) return "all leads of this list";
  const number = `${total.isCapped ? "more than " : ""}${total.count.toLocaleString("en")}`;
  return `${number} ${total.count === 1 ? "lead" : "leads"}`;
}
