// A text to take along: one button, and the text itself where a browser refuses the clipboard.
import { Button, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import classes from "./share-result.module.css";

interface Props {
  label: string;
  value: string;
  /** The next Enter copies. */
  takesFocus?: boolean;
}

export function CopyField({ label, value, takesFocus = false }: Props) {
  const { copy, copied, error } = useClipboard({ timeout: 3000 });
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const name = label.toLowerCase();
  return (
    <div className={classes.copy}>
      <TextInput
        className={classes.text}
        classNames={{ input: classes.mono }}
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        error={error ? "The browser did not allow it. Select the text and copy it." : undefined}
      />
      <Button ref={button} className={classes.copyButton} onClick={() => copy(value)}>
        {copied ? `Copied the ${name}` : `Copy the ${name}`}
      </Button>
      <span className={classes.said} role="status">
        {copied ? `${label} copied.` : ""}
      </span>
    </div>
  );
}
