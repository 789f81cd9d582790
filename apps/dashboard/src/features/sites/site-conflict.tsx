// Two versions of a site side by side: what is typed here, and what somebody saved meanwhile.
import { Button } from "@mantine/core";
import classes from "./site-conflict.module.css";
import { differences, fieldsOf, type Site, type SiteFields } from "./site-fields";

interface Props {
  mine: SiteFields;
  theirs: Site;
  onTakeTheirs: () => void;
}

export function SiteConflict({ mine, theirs, onTakeTheirs }: Props) {
  const differing = differences(mine, fieldsOf(theirs));
  return (
    <div className={classes.conflict} role="alert">
      <p>
        Somebody saved this site while you were at it. Nothing was overwritten.{" "}
        {differing.length === 0 ? "Theirs says the same as yours." : "Look, then decide."}
      </p>
      {differing.map(({ field, mine: typed, theirs: saved }) => (
        <p key={field}>
          <strong>{field}</strong>: yours “{typed}”, theirs “{saved}”
        </p>
      ))}
      {differing.length > 0 ? (
        <Button size="compact-sm" variant="default" onClick={onTakeTheirs}>
          Take theirs
        </Button>
      ) : null}
    </div>
  );
}
