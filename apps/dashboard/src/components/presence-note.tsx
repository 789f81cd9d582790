// Who else has this lead open, in a line of its own; said to a screen reader when it changes.
import { presenceWords } from "@studydesk/domain/presence/presence";
import { usePeopleOn } from "../lib/presence";
import classes from "./presence.module.css";

export function PresenceNote({ leadId }: { leadId: number }) {
  const people = usePeopleOn(leadId);
  return (
    <p className={classes.note} role="status" data-empty={people.length === 0}>
      {people.length === 0 ? null : presenceWords(people)}
    </p>
  );
}
