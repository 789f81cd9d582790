// On a lead that rests because another one goes on in its place: which, by whose hand, and the way back.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { When } from "../../../components/when";
import { useMe } from "../../../lib/me";
import { useUndoMerge } from "../../../lib/use-undo-merge";
import type { LeadView } from "../lead-types";
import classes from "./merged-note.module.css";

export function MergedNote({ merge }: { merge: NonNullable<LeadView["merge"]> }) {
  const { undo, isUnderWay } = useUndoMerge();
  const me = useMe();
  const { intoId, byName, at, mergeId } = merge;
  return (
    <div className={classes.note} role="status">
      <p>
        Merged into{" "}
        <Link to="/leads/$leadId" params={{ leadId: intoId }}>
          lead {intoId}
        </Link>
        {byName ? ` by ${byName}` : ""} <When at={at} />. The history of both is there, and the work
        goes on there.
      </p>
      {me.abilities.canWorkLeads ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={isUnderWay}
          onClick={() => undo(mergeId)}
        >
          Undo the merge
        </Button>
      ) : null}
    </div>
  );
}
