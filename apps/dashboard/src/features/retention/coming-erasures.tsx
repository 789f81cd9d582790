// On Home of whoever sees to a site: how many people a study's clock erases next, and when. The clock waits until it
// stood here for fourteen days.
import { aheadDays } from "@studydesk/domain/retention/retention-rule";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import banner from "../../components/banner.module.css";
import { useMe } from "../../lib/me";
import { dateWords } from "../../lib/time-words";
import { useTRPC } from "../../lib/trpc";
import { useNow } from "../../lib/use-now";

const askedEveryMs = 10 * 60_000;

export function ComingErasures() {
  const trpc = useTRPC();
  const now = useNow();
  const me = useMe();
  const seesToSite = me.isOwner || me.sites.some(({ roles }) => roles.includes("admin"));
  const { data } = useQuery(
    trpc.retention.coming.queryOptions(undefined, {
      enabled: seesToSite,
      refetchInterval: askedEveryMs,
    }),
  );
  return data?.map(({ studySiteId, studyId, nctId, studyTitle, siteName, ...next }) => (
    <p key={studySiteId} className={banner.banner} data-tone="due">
      <strong>
        {next.count === 1 ? "1 person" : `${next.count} people`} will be erased on{" "}
        {dateWords(next.from, now)}
      </strong>{" "}
      under{" "}
      <bdi>
        {studyTitle} ({nctId})
      </bdi>{" "}
      at <bdi>{siteName}</bdi>
      {next.total > next.count ? `, ${next.total} within ${aheadDays} days` : ""}.{" "}
      <Link to="/studies/$studyId" params={{ studyId }} hash="retention">
        See which leads, or keep them longer
      </Link>
    </p>
  ));
}
