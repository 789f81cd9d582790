// A record older than the stored one: importing it would undo what came since.
import classes from "./older-note.module.css";
import { registryDate } from "./registry-date";

export function OlderNote({ olderThan }: { olderThan: string }) {
  return (
    <p className={classes.older}>
      This record is older than the stored one, which is of {registryDate(olderThan)}. Storing it
      goes backwards. Look twice.
    </p>
  );
}
