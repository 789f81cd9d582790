// The last weeks of a site: who came and was reached, what came of this week's attempts, who waits how long.

import { contactOutcomeLabels } from "@studydesk/domain/contact/contact-attempt";
import { homeDays, triedDays } from "@studydesk/domain/home/home";
import { RowsLink } from "../../components/rows-link";
import { countWords } from "../../lib/count-words";
import { BarChart } from "./bar-chart";
import classes from "./home-screen.module.css";
import type { SiteCharts } from "./home-types";

export function Charts({ charts: { arrivals, waiting, outcomes, tried } }: { charts: SiteCharts }) {
  const arrived = arrivals.reduce((sum, day) => sum + day.arrived, 0);
  const reached = arrivals.reduce((sum, day) => sum + day.reached, 0);
  const attempts = outcomes.reduce((sum, each) => sum + each.attempts, 0);
  return (
    <div className={classes.charts}>
      <div className={classes.widest}>
        <BarChart
          title="Arrivals and first contacts"
          detail={`${arrived.toLocaleString("en")} came in the last ${homeDays.toString()} days; ${reached.toLocaleString("en")} of them were reached so far (the full part of each bar).`}
          empty={`Nobody came in the last ${homeDays.toString()} days.`}
          columns={["Came in", "Leads", "Reached so far"]}
          direction="up"
          bars={arrivals.map(({ daysAgo, filters, ...day }) => ({
            label: daysAgoWords(daysAgo),
            ...(daysAgo % 7 === 0 ? { tick: shortDaysAgo(daysAgo) } : {}),
            count: day.arrived,
            filled: day.reached,
            filters,
          }))}
        />
      </div>
      <BarChart
        title="Waiting, by age"
        detail="New or being contacted, by the time since they came in."
        empty="Nobody is waiting to be reached."
        columns={["Came in", "Waiting"]}
        direction="along"
        bars={waiting.map(({ minDays, maxDays, ...counted }) => ({
          label: ageWords(minDays, maxDays),
          ...counted,
        }))}
      />
      <BarChart
        title="This week’s attempts, by outcome"
        detail={
          <>
            {attempts.toLocaleString("en")} {attempts === 1 ? "attempt" : "attempts"} in the last{" "}
            {triedDays} days, to reach{" "}
            <RowsLink filters={tried.filters}>
              {countWords(tried.count, tried.isCapped)}{" "}
              {tried.count === 1 && !tried.isCapped ? "person" : "people"}
            </RowsLink>
            . Each bar counts people once; whoever did not answer first and was reached later is in
            both.
          </>
        }
        empty={`Nobody was tried in the last ${triedDays.toString()} days.`}
        columns={["Outcome", "People"]}
        direction="along"
        bars={outcomes.map(({ outcome, people, filters }) => ({
          label: contactOutcomeLabels[outcome],
          count: people,
          filters,
        }))}
      />
    </div>
  );
}

function daysAgoWords(days: number): string {
  if (days === 0) return "within 24 hours";
  return days === 1 ? "1 day ago" : `${days.toString()} days ago`;
}

function shortDaysAgo(days: number): string {
  return days === 0 ? "now" : `${days.toString()} d ago`;
}

function ageWords(minDays: number, maxDays: number | null): string {
  if (maxDays === null) return `over ${(minDays - 1).toString()} days ago`;
  if (minDays === maxDays) return daysAgoWords(minDays);
  return `${minDays.toString()} to ${maxDays.toString()} days ago`;
}
