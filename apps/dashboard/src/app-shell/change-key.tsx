// One key of the sheet: pressing it asks for another one.
import { UnstyledButton } from "@mantine/core";
import { canBePressed } from "@studydesk/domain/people/key-preference";
import { type KeyboardEvent, useState } from "react";
import { Keys } from "../components/key-hint";
import classes from "./key-sheet.module.css";

interface Props {
  /** What the key does. */
  name: string;
  /** As the desk's map names it: "j". */
  mapKey: string;
  onChange: (pressed: string) => void;
}

export function ChangeKey({ name, mapKey, onChange }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [isUnfit, setUnfit] = useState(false);
  if (!canBePressed(mapKey)) return <Keys notation={mapKey} />;

  function stop() {
    setAsking(false);
    setUnfit(false);
  }
  function hear(event: KeyboardEvent) {
    if (!isAsking || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return stop();
    if (["Shift", "Control", "Alt", "Meta", "AltGraph"].includes(event.key)) return;
    const modifier = event.altKey ? "Alt+" : event.ctrlKey ? "Control+" : "";
    const pressed = modifier + event.key.toLowerCase();
    if (event.metaKey || !canBePressed(pressed)) return setUnfit(true);
    stop();
    onChange(pressed);
  }

  return (
    <UnstyledButton
      className={classes.change}
      aria-label={isAsking ? `${name}: press the new key, or Esc` : `${name}: change the key`}
      onClick={() => setAsking(true)}
      onBlur={stop}
      data-mantine-stop-propagation={isAsking}
      onKeyDownCapture={hear}
    >
      {isAsking ? (
        <span role="status">
          {isUnfit ? "A letter, digit or sign, alone or with Alt or Ctrl" : "Press the new key"}
        </span>
      ) : (
        <Keys notation={mapKey} />
      )}
    </UnstyledButton>
  );
}
