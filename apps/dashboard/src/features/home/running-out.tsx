// Whose promise runs out within two hours, the most pressing first.
import { soonHours } from "@studydesk/domain/home/home";
import { Link } from "@tanstack/react-router";
import { When } from "../../components/when";
import { leadName } from "../../lib/lead-name";
import classes from "./home-screen.module.css";
import type { PromiseStanding } from "./home-types";

export function RunningOut({ promises }: { promises: readonly PromiseStanding[] }) {
  const leads = promises
    .flatMap(({ runningOut }) => runningOut)
    .toSorted((a, b) => (a.promisedUntil < b.promisedUntil ? -1 : 1));
  if (leads.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>The promise runs out within {soonHours} hours</h2>
      <ul className={classes.running}>
        {leads.map((lead) => (
          <li key={lead.id}>
            <Link to="/leads/$leadId" params={{ leadId: lead.id }}>
              <bdi>{leadName(lead)}</bdi>
            </Link>
            <span className={classes.quiet}>
              <bdi>{lead.siteName}</bdi> ·{" "}
              {lead.ownerName ? <bdi>{lead.ownerName}</bdi> : "nobody’s"}
            </span>
            <strong className={classes.until}>
              <When at={lead.promisedUntil} />
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
