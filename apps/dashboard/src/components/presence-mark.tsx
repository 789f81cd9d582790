// In a row: the first name of whoever has the lead open, and how many more.
import { presenceWords } from "@studydesk/domain/presence/presence";
import { usePeopleOn } from "../lib/presence";
import classes from "./presence.module.css";

export function PresenceMark({ leadId }: { leadId: number }) {
  const people = usePeopleOn(leadId);
  const [first] = people;
  if (!first) return null;
  // "Dr" alone would be no name.
  const [name = first.name] = first.name.replace(/^(dr|prof)\.? /i, "").split(" ");
  const words = presenceWords(people);
  return (
    <span className={classes.mark} title={words} data-what={first.what}>
      <span aria-hidden="true">{people.length > 1 ? `${name} +${people.length - 1}` : name}</span>
      <span className={classes.heard}> {words}</span>
    </span>
  );
}
