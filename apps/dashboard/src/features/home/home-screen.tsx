// Home: what waits, how the promise stands, and the last weeks of one site. Each number and each bar opens
// exactly its rows.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import pills from "../../components/pill-tabs.module.css";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { Charts } from "./charts";
import classes from "./home-screen.module.css";
import { Numbers } from "./numbers";
import { Promises } from "./promises";
import { RunningOut } from "./running-out";

const lookAgainMs = 60_000;

interface Props {
  /** Whose charts; undefined: the first site's. */
  siteId: number | undefined;
  /** What stands above everything else. */
  notice: ReactNode;
}

export function HomeScreen({ siteId, notice }: Props) {
  const me = useMe();
  const trpc = useTRPC();
  const asked = me.sites.some(({ id }) => id === siteId) ? siteId : undefined;
  const home = useQuery(
    trpc.home.read.queryOptions(asked === undefined ? {} : { siteId: asked }, {
      enabled: me.sites.length > 0,
      refetchInterval: lookAgainMs,
      // Another site's charts take the place of these, which stay until then.
      placeholderData: (before) => before,
    }),
  );
  const charts = home.data?.charts;
  const whose =
    home.data?.scope === "mine"
      ? "Your leads, and those that nobody owns"
      : "All leads of your sites";

  return (
    <div className={classes.screen}>
      <ScreenHeader title="Home" {...(home.data ? { detail: whose } : {})} />
      {notice}
      {me.sites.length === 0 ? (
        <EmptyState title="You work at no site">
          Home shows the leads of the sites where you have a role. An admin of a site gives you one.
        </EmptyState>
      ) : home.data ? (
        <div className={classes.sheet}>
          <Numbers home={home.data} />
          <RunningOut promises={home.data.promises} />
          <Promises promises={home.data.promises} />
          {charts ? (
            <section className={classes.section} aria-label="The last weeks">
              {me.sites.length > 1 ? (
                <nav className={pills.tabs} aria-label="Site">
                  {me.sites.map(({ id, name }) => (
                    <Link
                      key={id}
                      to="/home"
                      search={{ site: id }}
                      replace
                      resetScroll={false}
                      className={pills.tab}
                      data-current={id === charts.siteId}
                      {...(id === charts.siteId ? { "aria-current": "true" as const } : {})}
                    >
                      <bdi>{name}</bdi>
                    </Link>
                  ))}
                </nav>
              ) : null}
              <Charts charts={charts} />
            </section>
          ) : null}
        </div>
      ) : home.error ? (
        <ErrorState
          error={home.error}
          onRetry={() => void home.refetch()}
          title="Home could not be loaded"
        />
      ) : (
        <LoadingRows rows={10} height={64} />
      )}
    </div>
  );
}
