// The promise of each site, "first contact within 24 hours", and how it was kept in the last 30 days.
import { homeDays } from "@studydesk/domain/home/home";
import table from "../../components/data-table.module.css";
import classes from "./home-screen.module.css";
import type { PromiseStanding } from "./home-types";

export function Promises({ promises }: { promises: readonly PromiseStanding[] }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>The promise, over the last {homeDays} days</h2>
      <div className={table.scroller}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Site</th>
              <th scope="col">Kept</th>
              <th scope="col">Half were reached within</th>
            </tr>
          </thead>
          <tbody>
            {promises.map((each) => (
              <tr key={each.siteId}>
                <th scope="row" className={classes.site}>
                  <bdi>{each.siteName}</bdi>
                  <span className={classes.quiet}>
                    first contact within {hoursWords(each.promiseHours)}
                  </span>
                </th>
                <td>
                  <Kept standing={each} />
                </td>
                <td>
                  {each.medianHours === null ? "too few to say" : hoursWords(each.medianHours)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Kept({ standing: { kept, promised } }: { standing: PromiseStanding }) {
  if (promised === 0) return <>nobody’s time was up yet</>;
  // Rounded down: a promise that was broken once was not kept to 100 %.
  const share = Math.floor((kept / promised) * 100);
  return (
    <span className={classes.kept}>
      <strong>{share} %</strong>
      <svg
        className={classes.share}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className={classes.track} width="100" height="6" rx="3" />
        <rect className={classes.filled} width={share} height="6" rx="3" />
      </svg>
      <span className={classes.quiet}>
        {kept.toLocaleString("en")} of {promised.toLocaleString("en")}
      </span>
    </span>
  );
}

/** "40 minutes", "7 hours", "3 days": as precise as it matters. */
function hoursWords(hours: number): string {
  if (hours < 1) return many(Math.max(1, Math.round(hours * 60)), "minute");
  if (hours < 48) return many(Math.round(hours), "hour");
  return many(Math.round(hours / 24), "day");
}

function many(count: number, unit: string): string {
  return `${count.toString()} ${unit}${count === 1 ? "" : "s"}`;
}
