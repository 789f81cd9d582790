// In the navigation: the views that somebody pinned, their own first, each with how many leads are in
// it. Numbers come after, and now and then anew: many people pin many views.
import { filtersFor } from "@studydesk/domain/views/view-filters";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { countWords } from "../../../lib/count-words";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { useViews } from "../use-views";
import { pinnedOf } from "./pinned-of";

interface Props {
  /** As the navigation looks. */
  classes: Readonly<Record<string, string>>;
}

export const countAgainMs = 20_000;

export function PinnedViews({ classes }: Props) {
  const me = useMe();
  const trpc = useTRPC();
  const { data } = useViews();
  const { own, shared } = pinnedOf(data);
  const counts = useQueries({
    queries: [...own, ...shared].map(({ filters }) =>
      trpc.leads.count.queryOptions(
        { filters: filtersFor(filters, me.userId) },
        { staleTime: countAgainMs, refetchInterval: countAgainMs, meta: { live: "own" } },
      ),
    ),
  });
  const groups = [
    { title: "My views", views: own, from: 0 },
    { title: "Shared views", views: shared, from: own.length },
  ];
  return (
    <>
      {groups.map(({ title, views, from }) =>
        views.length === 0 ? null : (
          <section key={title}>
            <h2 className={classes.group}>{title}</h2>
            <ul className={classes.entries} aria-label={title}>
              {views.map(({ id, name }, index) => {
                const count = counts[from + index]?.data?.count;
                return (
                  <li key={id}>
                    <Link
                      to="/inbox"
                      search={{ view: id }}
                      className={classes.entry}
                      activeOptions={{ includeSearch: true }}
                      title={name}
                    >
                      <bdi className={classes.name}>{name}</bdi>
                      {count === undefined ? null : (
                        <span className={classes.count}>{countWords(count)}</span>
                      )}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        ),
      )}
      <ul className={classes.entries}>
        <li>
          <Link to="/views" className={classes.entry}>
            All views
          </Link>
        </li>
      </ul>
    </>
  );
}
