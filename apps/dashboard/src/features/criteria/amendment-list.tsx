// Whom a published version touches, of the reader's sites: by what it means for them, each row a way to the
// lead, and one press that makes follow-ups of them.
import { Button } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type AmendmentEffect, amendmentEffects } from "@studydesk/domain/screening/amendment";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import table from "../../components/data-table.module.css";
import tabs from "../../components/pill-tabs.module.css";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { StatusBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { countWords } from "../../lib/count-words";
import { useRowKeys } from "../../lib/keys/use-row-keys";
import { useTRPC } from "../../lib/trpc";
import classes from "./amendment-list.module.css";
import type { AmendmentRow } from "./criteria-types";
import type { EffectCounts } from "./effect-numbers";
import { MakeFollowUps } from "./make-follow-ups";

interface Props {
  studyId: number;
  versionId: number;
  effect: AmendmentEffect | undefined;
}

export function AmendmentList({ studyId, versionId, effect }: Props) {
  const trpc = useTRPC();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys("Leads", "lead", list);
  const pages = useInfiniteQuery(
    trpc.criteria.amendment.infiniteQueryOptions(
      { versionId, ...(effect ? { effect } : {}) },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const counts = pages.data?.pages[0]?.counts;
  if (!counts) {
    return pages.error ? (
      <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <LoadingRows />
    );
  }
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const all = counts.keeps + counts.askAgain + counts.mayFit;
  if (all === 0) {
    return (
      <EmptyState title="No lead of your sites is touched">
        Nobody had been asked anything when this version was published, so there is nobody to ask
        again.
      </EmptyState>
    );
  }
  return (
    <div ref={list}>
      <EffectTabs studyId={studyId} versionId={versionId} effect={effect} counts={counts} />
      <div className={classes.presses}>
        {followedUp.map((each) =>
          effect === undefined || effect === each ? (
            <MakeFollowUps
              key={each}
              versionId={versionId}
              effect={each}
              count={counts[countKeys[each]]}
            />
          ) : null,
        )}
      </div>
      {rows.length === 0 ? <p className={classes.none}>Nobody.</p> : <Rows rows={rows} />}
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

const followedUp = ["ask_again", "may_fit"] as const;
const countKeys = { keeps: "keeps", ask_again: "askAgain", may_fit: "mayFit" } as const;

const tabNames: Readonly<Record<AmendmentEffect, string>> = {
  ask_again: "Must be asked again",
  may_fit: "May fit now",
  keeps: "Keep every answer",
};

function EffectTabs({ studyId, versionId, effect, counts }: Props & { counts: EffectCounts }) {
  const all = counts.keeps + counts.askAgain + counts.mayFit;
  const choices = [
    { value: undefined, name: "All", count: all },
    ...amendmentEffects
      .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
      .map((value) => ({ value, name: tabNames[value], count: counts[countKeys[value]] })),
  ];
  return (
    <nav className={tabs.tabs} aria-label="Which leads">
      {choices.map(({ value, name, count }) => (
        <Link
          key={name}
          to="/studies/$studyId/criteria"
          params={{ studyId }}
          search={{ version: versionId, part: "leads", ...(value ? { effect: value } : {}) }}
          className={tabs.tab}
          data-current={value === effect}
          {...(value === effect ? { "aria-current": "page" } : {})}
        >
          {name}
          <span>{countWords(count)}</span>
        </Link>
      ))}
    </nav>
  );
}

const order: readonly AmendmentEffect[] = ["ask_again", "may_fit", "keeps"];

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
