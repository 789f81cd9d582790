// The visits to come at all of one's sites, by day; before them those of which nobody said yet how they went.
import { fullName } from "@studydesk/domain/leads/full-name";
import { dayIn } from "@studydesk/domain/leads/local-day";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { StatusBadge } from "../../components/status-badge";
import { useMe } from "../../lib/me";
import { placeOfZone } from "../../lib/place-of-zone";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import { useNow } from "../../lib/use-now";
import { visitHoursWords, visitTimeWords } from "../../lib/visit-time-words";
import { visitDayHeading } from "./visit-day-heading";
import classes from "./visits-screen.module.css";

type Visit = RouterOutputs["visits"]["upcoming"]["upcoming"][number];

export function VisitsScreen() {
  const trpc = useTRPC();
  const now = useNow();
  const { sites } = useMe();
  const asked = useQuery(trpc.visits.upcoming.queryOptions());
  const { toTell = [], upcoming = [] } = asked.data ?? {};
  const isOneClock = new Set(upcoming.map(({ siteTimeZone }) => siteTimeZone)).size < 2;
  const days = Map.groupBy(upcoming, ({ siteTimeZone, startsAt }) => dayIn(siteTimeZone, startsAt));
  const row = (visit: Visit, isPast = false) => (
    <VisitRow
      key={visit.id}
      visit={visit}
      hasSite={sites.length > 1}
      when={
        isPast
          ? visitTimeWords(visit, { now, timeZone: visit.siteTimeZone })
          : `${visitHoursWords(visit, visit.siteTimeZone)}${isOneClock ? "" : `, ${placeOfZone(visit.siteTimeZone)} time`}`
      }
    />
  );
  return (
    <>
      <ScreenHeader
        title="Visits"
        detail={upcoming.length > 0 ? `${upcoming.length} to come` : undefined}
      />
      {asked.isPending ? <LoadingRows rows={6} /> : null}
      {asked.isError && !asked.data ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : null}
      {asked.data && toTell.length + upcoming.length === 0 ? (
        <EmptyState title="No visit is planned">
          Once an investigator has signed that somebody may come, plan the visit on the lead’s page.
        </EmptyState>
      ) : null}
      <div className={classes.days}>
        {toTell.length > 0 ? (
          <section aria-labelledby="visits-to-tell">
            <h2 id="visits-to-tell" className={classes.day} data-late>
              How did it go?
            </h2>
            <p className={classes.hint}>
              These have begun or are over. Say on the lead’s page whether the person came.
            </p>
            <ul>{toTell.map((visit) => row(visit, true))}</ul>
          </section>
        ) : null}
        {[...days].map(([day, visits]) => (
          <section key={day} aria-labelledby={`visits-${day}`}>
            <h2 id={`visits-${day}`} className={classes.day}>
              {visitDayHeading(day, now)}
            </h2>
            <ul>{visits.map((visit) => row(visit))}</ul>
          </section>
        ))}
      </div>
    </>
  );
}

function VisitRow({ visit, when, hasSite }: { visit: Visit; when: string; hasSite: boolean }) {
  const beside = [visit.place, hasSite && visit.siteName, visit.ownerName].filter(Boolean);
  return (
    <li className={classes.visit}>
      <time dateTime={visit.startsAt} className={classes.time}>
        {when}
      </time>
      <div className={classes.who}>
        <Link to="/leads/$leadId" params={{ leadId: visit.leadId }} className={classes.name}>
          <bdi>{fullName(visit)}</bdi>
        </Link>{" "}
        <StatusBadge status={visit.status} />
        <p className={classes.beside}>{beside.join(" · ")}</p>
      </div>
    </li>
  );
}
