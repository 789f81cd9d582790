// The leads that a version touches in one way, page after page: what to do for each, and the way to it.
import { Button } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import type { AmendmentEffect } from "@studydesk/domain/screening/amendment";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import table from "../../components/data-table.module.css";
import { ErrorState, LoadingRows } from "../../components/states";
import { StatusBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { useRowKeys } from "../../lib/keys/use-row-keys";
import { useTRPC } from "../../lib/trpc";
import classes from "./amendment-list.module.css";
import type { AmendmentRow } from "./criteria-types";

interface Props {
  versionId: number;
  effect: AmendmentEffect;
}

export function AmendmentRows({ versionId, effect }: Props) {
  const trpc = useTRPC();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys("Leads", "lead", list);
  const pages = useInfiniteQuery(
    trpc.criteria.amendment.infiniteQueryOptions(
      { versionId, effect },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (!rows) {
    return pages.error ? (
      <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <LoadingRows />
    );
  }
  if (rows.length === 0) return <p className={classes.none}>Nobody.</p>;
  return (
    <div ref={list}>
      <Rows rows={rows} />
      {pages.hasNextPage ? (
        <Button
          className={classes.more}
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </div>
  );
}

function Rows({ rows }: { rows: readonly AmendmentRow[] }) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Lead</th>
            <th scope="col">What to do</th>
            <th scope="col" className={table.wide}>
              Status
            </th>
            <th scope="col" className={table.wide}>
              Site
            </th>
            <th scope="col" className={table.wide}>
              Owner
            </th>
            <th scope="col" className={table.wide}>
              Follow-up made
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.leadId} className={table.row}>
              <td className={classes.lead}>
                <Link
                  to="/leads/$leadId"
                  params={{ leadId: row.leadId }}
                  className={table.link}
                  data-row
                >
                  <bdi>{fullName(row)}</bdi>
                </Link>
                <div className={table.narrow}>
                  <StatusBadge status={row.status} /> {row.siteName}
                </div>
              </td>
              <td>{doWords(row)}</td>
              <td className={table.wide}>
                <StatusBadge status={row.status} />
              </td>
              <td className={table.wide}>{row.siteName}</td>
              <td className={table.wide}>
                {row.ownerName ?? <span className={table.quiet}>Nobody</span>}
              </td>
              <td className={table.wide}>{row.followUpAt ? <When at={row.followUpAt} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function doWords({ effect, labels, isAskedSince }: AmendmentRow): string {
  const named = labels.join(", ");
  switch (effect) {
    case "keeps":
      return "Nothing";
    case "ask_again":
      return isAskedSince ? `Asked: ${named}` : `Ask ${named}`;
    case "may_fit":
      return isAskedSince
        ? `Opened again, failed by ${named}`
        : `Failed by ${named}, which changed`;
  }
}
