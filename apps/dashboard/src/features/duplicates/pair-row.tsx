// A pair in the list: both names, what speaks for one person, and what can be decided at once.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { StatusBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { reasonWords } from "../../lib/duplicate-words";
import { leadName } from "../../lib/lead-name";
import type { PairView } from "./duplicate-types";
import classes from "./duplicates-screen.module.css";

interface Props {
  pair: PairView;
  onDifferent: () => void;
}

export function PairRow({ pair, onDifferent }: Props) {
  const [one, other] = pair.leads;
  return (
    <li className={classes.pair} data-pair={`${one.id}-${other.id}`}>
      <div className={classes.what}>
        <Link
          to="/duplicates/$leadA/$leadB"
          params={{ leadA: one.id, leadB: other.id }}
          className={classes.names}
          data-row
        >
          {/* Read out in one go, with the numbers: two leads are often called the same. */}
          <bdi>{leadName(one)}</bdi> <span className={classes.number}>{one.id}</span>
          {" and "}
          <bdi>{leadName(other)}</bdi> <span className={classes.number}>{other.id}</span>
        </Link>
        <p className={classes.reasons}>
          {reasonWords(pair.reasons)}
          {pair.reasons.includes("maybe_family") ? (
            <span className={classes.family}>May be a family</span>
          ) : null}
        </p>
        <p className={classes.facts}>
          {one.studyTitle} · {one.siteName}
        </p>
      </div>
      <div className={classes.states}>
        {pair.leads.map((lead) => (
          <p key={lead.id} className={classes.facts}>
            <StatusBadge status={lead.status} /> came <When at={lead.createdAt} />
          </p>
        ))}
      </div>
      <div className={classes.decide}>
        <Button variant="default" size="compact-sm" onClick={onDifferent}>
          Not the same person
        </Button>
      </div>
    </li>
  );
}
