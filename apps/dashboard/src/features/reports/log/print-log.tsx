// The log on paper: all of its rows are fetched first, then the browser is asked to print them.
import { Button } from "@mantine/core";
import type { LogRow, ScreeningLogFileInput } from "@studydesk/domain/reports/report";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { PrintSheet } from "../../../components/print-sheet";
import { ErrorNote } from "../../../components/states";
import { useTRPCClient } from "../../../lib/trpc";
import sheet from "../sheet.module.css";
import { SheetHead } from "../sheet-head";
import { logDays, logDayWords, logScopeLabels, outcomeWords } from "./log-words";

/** More than anybody leafs through; the file holds any number. */
const mostPrinted = 2_000;

interface Props {
  wanted: ScreeningLogFileInput;
  total: number;
  scopeWords: readonly string[];
}

export function PrintLog({ wanted, total, scopeWords }: Props) {
  const client = useTRPCClient();
  const [printed, setPrinted] = useState<{ at: string; rows: readonly LogRow[] }>();
  const fetching = useMutation({
    mutationFn: async () => {
      const rows: LogRow[] = [];
      let cursor: string | null = null;
      for (;;) {
        const page: Awaited<ReturnType<typeof client.reports.screeningLog.query>> =
          await client.reports.screeningLog.query({
            ...wanted,
            limit: 200,
            ...(cursor === null ? {} : { cursor }),
          });
        rows.push(...page.rows);
        cursor = page.nextCursor;
        if (cursor === null || rows.length >= mostPrinted) return { at: page.at, rows };
      }
    },
    onSuccess: setPrinted,
  });
  useEffect(() => {
    if (!printed) return;
    const clear = () => setPrinted(undefined);
    window.addEventListener("afterprint", clear);
    window.print();
    return () => window.removeEventListener("afterprint", clear);
  }, [printed]);

  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        loading={fetching.isPending}
        disabled={total === 0 || total > mostPrinted}
        title={total > mostPrinted ? "Too long for paper: take the CSV" : undefined}
        onClick={() => fetching.mutate()}
      >
        Print the log
      </Button>
      {fetching.error ? <ErrorNote error={fetching.error} /> : null}
      {printed ? (
        <PrintSheet isAcross>
          <SheetHead
            title={`Screening log: ${logScopeLabels[wanted.scope]}`}
            scopeWords={scopeWords}
            at={printed.at}
            hasInitials={wanted.withInitials}
          />
          <PrintedRows rows={printed.rows} withInitials={wanted.withInitials} />
        </PrintSheet>
      ) : null}
    </>
  );
}

function PrintedRows({ rows, withInitials }: { rows: readonly LogRow[]; withInitials: boolean }) {
  return (
    <table className={sheet.log}>
      <thead>
        <tr>
          <th>Lead</th>
          {withInitials ? <th>Initials</th> : null}
          <th>Screening no.</th>
          <th>Study</th>
          <th>Site</th>
          {logDays.map(([name, label]) => (
            <th key={name}>{label}</th>
          ))}
          <th>Outcome</th>
          <th>Failed criteria</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.leadId}>
            <td>{row.leadId}</td>
            {withInitials ? <td>{row.initials ?? "–"}</td> : null}
            <td>{row.screeningNumber ?? "–"}</td>
            <td>{row.nctId}</td>
            <td>
              <bdi>{row.siteName}</bdi>
            </td>
            {logDays.map(([name]) => (
              <td key={name} className={sheet.day}>
                {logDayWords(row[name])}
              </td>
            ))}
            <td>{outcomeWords(row)}</td>
            <td>{row.failedCriteria.join(", ") || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
