// The way to an export, for whoever works on leads.
import { Button, type ButtonProps } from "@mantine/core";
import { useState } from "react";
import { callsPeople, useMe } from "../../../lib/me";
import { ExportDialog, type ExportWanted } from "./export-dialog";

interface Props {
  wanted: ExportWanted;
  size?: ButtonProps["size"];
}

export function ExportButton({ wanted, size = "compact-sm" }: Props) {
  const me = useMe();
  const [asked, setAsked] = useState<ExportWanted>();
  if (!callsPeople(me)) return null;
  return (
    <>
      <Button variant="default" size={size} onClick={() => setAsked(wanted)}>
        Export…
      </Button>
      {asked ? <ExportDialog wanted={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}
