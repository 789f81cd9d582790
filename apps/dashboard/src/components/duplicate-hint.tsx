// A quiet line on a lead: who else this may be, and the way to the two side by side.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reasonWords } from "../lib/duplicate-words";
import { useMe } from "../lib/me";
import { useTRPC } from "../lib/trpc";
import classes from "./duplicate-hint.module.css";

interface Props {
  leadId: number;
  /** Among parts that keep their own distance to the edge. */
  isInset?: boolean;
}

export function DuplicateHint({ leadId, isInset = false }: Props) {
  const trpc = useTRPC();
  const me = useMe();
  const found = useQuery(
    trpc.duplicates.ofLead.queryOptions({ leadId }, { enabled: me.abilities.canWorkLeads }),
  );
  const [first, ...others] = found.data ?? [];
  // Nothing is the usual answer, and no place is kept for it.
  if (!first) return null;
  const { other, reasons } = first;
  return (
    <p className={classes.hint} data-inset={isInset}>
      {reasons.includes("maybe_family")
        ? "A family, or the same person as "
        : "May be the same person as "}
      <Link
        to="/duplicates/$leadA/$leadB"
        params={{ leadA: Math.min(leadId, other.id), leadB: Math.max(leadId, other.id) }}
      >
        lead {other.id}
      </Link>
      : {reasonWords(reasons).toLowerCase()}.
      {others.length > 0 ? (
        <>
          {" "}
          <Link to="/duplicates">{others.length} more</Link>
        </>
      ) : null}
    </p>
  );
}
