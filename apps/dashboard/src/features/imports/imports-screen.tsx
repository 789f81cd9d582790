// Leads out of files: bring one, and see what was brought before, by whom, and what became of it.

import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import table from "../../components/data-table.module.css";
import { NextPage } from "../../components/next-page";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { callsPeople, useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { DropTable } from "./drop-table";
import type { ImportView } from "./import-types";
import { resultWords, stateWords } from "./import-words";
import classes from "./imports.module.css";

export function ImportsScreen() {
  const me = useMe();
  return (
    <>
      <ScreenHeader title="Imports" detail="Leads out of a file" />
      {callsPeople(me) ? (
        <div className={classes.body}>
          <DropTable />
          <History />
        </div>
      ) : (
        <EmptyState title="Coordinators and admins bring leads in">
          Ask one of them at your site to import the file.
        </EmptyState>
      )}
    </>
  );
}

function History() {
  const trpc = useTRPC();
  const imports = useInfiniteQuery(
    trpc.imports.list.infiniteQueryOptions(
      {},
      { getNextPageParam: ({ nextCursor }) => nextCursor, refetchInterval: 5_000 },
    ),
  );
  const rows = imports.data?.pages.flatMap((page) => page.imports) ?? [];
  return (
    <section className={classes.part} aria-labelledby="imports-before">
      <h2 className={classes.title} id="imports-before">
        Brought before
      </h2>
      {imports.isPending ? <LoadingRows rows={3} /> : null}
      {imports.error && rows.length === 0 ? (
        <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />
      ) : null}
      {imports.isSuccess && rows.length === 0 ? (
        <p className={classes.quiet}>
          Nothing yet. What you bring stays listed here, and can be taken back for seven days.
        </p>
      ) : null}
      {rows.length > 0 ? (
        <div className={table.scroller}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>File</th>
                <th className={table.wide}>For</th>
                <th className={table.wide}>Brought</th>
                <th>State</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} found={row} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <NextPage pages={imports}>Show earlier ones</NextPage>
    </section>
  );
}

function Row({ found }: { found: ImportView }) {
  const place = found.siteName ? `${found.siteName} · ${found.studyTitle ?? ""}` : "Not chosen yet";
  return (
    <tr className={table.row}>
      <td>
        <Link to="/imports/$importId" params={{ importId: found.id }} className={table.link}>
          {found.fileName}
        </Link>
        <div className={table.narrow}>
          {found.byName}, <When at={found.createdAt} /> · {place}
        </div>
      </td>
      <td className={table.wide}>
        <span className={classes.clamp}>{place}</span>
      </td>
      <td className={`${table.wide} ${table.nowrap}`}>
        {found.byName}, <When at={found.createdAt} />
      </td>
      <td>
        {stateWords[found.state]}
        {found.leadsMade + found.rowsRejected + found.rowsHere > 0 ? (
          <div className={classes.quiet}>{resultWords(found)}</div>
        ) : null}
      </td>
    </tr>
  );
}
