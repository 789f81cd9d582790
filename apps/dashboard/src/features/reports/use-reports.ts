// What the screen shows: three reports of the same leads. Those of before stay until those of now are here.
import type { FunnelGrouping, ReportInput } from "@studydesk/domain/reports/report";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";

export function useReports(question: ReportInput, by: FunnelGrouping) {
  const trpc = useTRPC();
  const stay = { placeholderData: keepPreviousData };
  const recruitment = useQuery(trpc.reports.recruitment.queryOptions({ ...question, by }, stay));
  const failures = useQuery(trpc.reports.failures.queryOptions(question, stay));
  const consort = useQuery(trpc.reports.consort.queryOptions(question, stay));
  const all = [recruitment, failures, consort];
  return {
    recruitment: recruitment.data,
    failures: failures.data,
    consort: consort.data,
    /** Numbers of another question are still in sight. */
    isOld: all.some(({ isPlaceholderData }) => isPlaceholderData),
    error: all.map(({ error }) => error).find((error) => error !== null),
    retry: () => {
      for (const query of all) if (query.error) void query.refetch();
    },
  };
}
