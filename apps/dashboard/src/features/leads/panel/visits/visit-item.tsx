// One visit of a lead: when and where, how it went, and what can be done with it. A visit that begun asks how it went.
import { Button } from "@mantine/core";
import { type VisitEnd, visitStateLabels } from "@studydesk/domain/visits/visit-states";
import { useState } from "react";
import { dayAndTimeWords } from "../../../../lib/time-words";
import { useNow } from "../../../../lib/use-now";
import { visitTimeWords } from "../../../../lib/visit-time-words";
import type { LeadView } from "../../lead-types";
import classes from "./lead-visits.module.css";
import { useVisitChanges, type Visit } from "./use-visit-changes";

interface Props {
  lead: LeadView;
  visit: Visit;
  onMove: (() => void) | undefined;
}

export function VisitItem({ lead, visit, onMove }: Props) {
  const now = useNow();
  const [isCallingOff, setCallingOff] = useState(false);
  const { end } = useVisitChanges(lead);
  const when = visitTimeWords(visit, { now, timeZone: lead.siteTimeZone });
  const hasBegun = Date.parse(visit.startsAt) <= now.getTime();
  const isPlanned = visit.state === "planned";
  const canChange = lead.abilities.changeStatus;
  const endAs = (state: VisitEnd) => {
    setCallingOff(false);
    end.mutate({ visitId: visit.id, state });
  };
  const button = (label: string, onClick: () => void, isFirst = false) => (
    <Button
      size="compact-sm"
      variant={isFirst ? "filled" : "default"}
      disabled={end.isPending}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <li className={classes.visit} data-state={visit.state}>
      <p>
        <time dateTime={visit.startsAt} className={classes.when}>
          {when}
        </time>
        {isPlanned && !hasBegun ? null : (
          <span className={classes.state}>
            {" "}
            · {isPlanned ? "How did it go?" : visitStateLabels[visit.state]}
          </span>
        )}
      </p>
      <p className={classes.quiet}>
        {[
          visit.place,
          visit.note,
          visit.remindedAt && `reminded ${dayAndTimeWords(visit.remindedAt, now)}`,
          visit.plannedBy && `planned by ${visit.plannedBy}`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {canChange && isCallingOff ? (
        <div className={classes.buttons}>
          <span>The person is told by mail.</span>
          {button("Call it off", () => endAs("cancelled"), true)}
          {button("Keep it", () => setCallingOff(false))}
        </div>
      ) : canChange && isPlanned ? (
        <div className={classes.buttons}>
          {hasBegun ? button("Came", () => endAs("held"), true) : null}
          {hasBegun ? button("Did not come", () => endAs("no_show")) : null}
          {onMove ? button(hasBegun ? "Other time" : "Change", onMove) : null}
          {button("Call off", () => (hasBegun ? endAs("cancelled") : setCallingOff(true)))}
        </div>
      ) : canChange && visit.state !== "cancelled" ? (
        <div className={classes.buttons}>
          {visit.state === "held"
            ? button("Did not come after all", () => endAs("no_show"))
            : button("Came after all", () => endAs("held"))}
        </div>
      ) : null}
    </li>
  );
}
