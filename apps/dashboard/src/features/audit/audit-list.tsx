// Pages of the trail, newest first. A lead stands here by its number, with the way to it: its name is nobody's who
// may not open it.

import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import table from "../../components/data-table.module.css";
import { NextPage } from "../../components/next-page";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useMe } from "../../lib/me";
import { exactWords } from "../../lib/time-words";
import { useTRPC } from "../../lib/trpc";
import classes from "./audit.module.css";
import { type AuditSearch, isNarrowed } from "./audit-search";
import { type AuditRow, actionWords, subjectWords } from "./audit-words";
import { detailWords } from "./detail-words";
import { whoWords } from "./who-words";

export function AuditList({ search }: { search: AuditSearch }) {
  const trpc = useTRPC();
  const pages = useInfiniteQuery({
    ...trpc.audit.list.infiniteQueryOptions(search, {
      getNextPageParam: ({ nextBefore }) => nextBefore,
    }),
  });
  const loaded = pages.data?.pages;
  if (!loaded) {
    return pages.error ? (
      <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <LoadingRows rows={12} />
    );
  }
  if (loaded[0]?.rows.length === 0) {
    return (
      <EmptyState title={isNarrowed(search) ? "No row is like that" : "Nothing happened yet"}>
        {isNarrowed(search)
          ? "Take a filter away to see more of the trail."
          : "Whatever anybody changes, opens or takes out at your sites is listed here."}
      </EmptyState>
    );
  }
  return (
    <section className={table.scroller} aria-label="Audit trail">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className={table.wide}>
              What changed, and why
            </th>
            <th scope="col" className={table.wide}>
              Who, and from where
            </th>
            <th scope="col" className={classes.when}>
              When
            </th>
          </tr>
        </thead>
        <tbody>
          {loaded.flatMap(({ rows, people }) =>
            rows.map((row) => <Row key={row.sequence} row={row} people={people} />),
          )}
        </tbody>
      </table>
      <div className={classes.end}>
        <NextPage pages={pages}>Show older rows</NextPage>
      </div>
    </section>
  );
}

function Row({ row, people }: { row: AuditRow; people: Readonly<Record<string, string>> }) {
  const { change, why, more } = detailWords(row, people);
  const who = whoWords(row, people);
  const about = [change, why ? `Because: ${why}` : null, more].filter((words) => words !== null);
  return (
    <tr className={classes.row}>
      <td>
        <div className={classes.what}>{actionWords(row.action)}</div>
        <div className={classes.small}>
          <Subject row={row} people={people} /> · row {row.sequence}
        </div>
        <div className={table.narrow}>
          {[...about, who, row.network].filter((words) => words !== null).join(" · ")}
        </div>
      </td>
      <td className={table.wide}>
        {change ? <div>{change}</div> : null}
        {why ? <div>Because: {why}</div> : null}
        {more ? <div className={classes.small}>{more}</div> : null}
      </td>
      <td className={table.wide}>
        <div>{who}</div>
        {row.network ? <div className={classes.small}>{row.network}</div> : null}
      </td>
      <td>
        <Moment at={row.at} />
      </td>
    </tr>
  );
}

function Subject({ row, people }: { row: AuditRow; people: Readonly<Record<string, string>> }) {
  const words = subjectWords(row, people);
  const id = Number(row.subjectId);
  const me = useMe();
  // The owner without a role at the site has no way to its leads.
  if (row.subject === "lead" && me.sites.some((site) => site.id === row.siteId)) {
    return (
      <Link to="/leads/$leadId" params={{ leadId: id }}>
        {words}
      </Link>
    );
  }
  if (row.subject === "study") {
    return (
      <Link to="/studies/$studyId" params={{ studyId: id }}>
        {words}
      </Link>
    );
  }
  return words;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

function Moment({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={exactWords(at)}>
      <span className={table.nowrap}>{day.format(date)}</span>{" "}
      <span className={table.nowrap}>{time.format(date)}</span>
    </time>
  );
}
