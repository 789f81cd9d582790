// Somebody changed the lead while it is open here: who, what and when, in one line that can be put away.
// What is being typed is not touched by it.
import { CloseButton } from "@mantine/core";
import { leadParts, leadPartWords } from "@studydesk/domain/leads/lead-parts";
import { useState } from "react";
import { When } from "../../../components/when";
import { useCrossing } from "../crossings";
import type { LeadView } from "../lead-types";
import classes from "./changed-note.module.css";
import { useChangesSince } from "./use-changes-since";

export function ChangedNote({ lead }: { lead: LeadView }) {
  const [seen, setSeen] = useState(lead.version);
  const isCrossed = useCrossing(lead.id) !== undefined;
  const changes = useChangesSince(lead, seen);
  // Where it met a change of one's own, both are shown already.
  const others = isCrossed ? [] : changes.filter(({ byMe, parts }) => !byMe && parts.length > 0);
  const last = others.at(-1);
  const parts = leadParts.filter((part) =>
    others.some((each) => each.byName === last?.byName && each.parts.includes(part)),
  );
  const list = new Intl.ListFormat("en-GB").format(parts.map((part) => leadPartWords[part]));
  return (
    <div className={classes.place} role="status">
      {last ? (
        <div className={classes.note}>
          <p>
            <strong>{last.byName ?? "The person"}</strong> changed {list} <When at={last.at} />.
          </p>
          <CloseButton
            size="sm"
            aria-label="Put this note away"
            onClick={() => setSeen(lead.version)}
          />
        </div>
      ) : null}
    </div>
  );
}
