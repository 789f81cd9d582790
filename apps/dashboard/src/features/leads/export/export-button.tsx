// The way to an export, for whoever works on leads.
import { Button, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { callsPeople, useMe } from "../../../lib/me";
import classes from "./export.module.css";
import { ExportDialog, type ExportWanted } from "./export-dialog";

interface Props {
  wanted: ExportWanted;
  /** Among the quiet words in the head of the list, not among buttons. */
  isQuiet?: boolean;
}

export function ExportButton({ wanted, isQuiet = false }: Props) {
  const me = useMe();
  const [asked, setAsked] = useState<ExportWanted>();
  if (!callsPeople(me)) return null;
  return (
    <>
      {isQuiet ? (
        <UnstyledButton className={classes.quietButton} onClick={() => setAsked(wanted)}>
          Export…
        </UnstyledButton>
      ) : (
        <Button variant="default" size="compact-md" onClick={() => setAsked(wanted)}>
          Export…
        </Button>
      )}
      {asked ? <ExportDialog wanted={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}
