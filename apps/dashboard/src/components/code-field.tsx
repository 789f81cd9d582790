// Where a code of the authenticator app is typed, or a recovery code: browsers and phones offer what they
// know, and a code with spaces in it is right as it is.
import { Button, TextInput } from "@mantine/core";
import { type Ref, useState } from "react";
import classes from "./code-field.module.css";

interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
  disabled?: boolean;
}

export function CodeField({
  value,
  onChange,
  error,
  autoFocus = false,
  ref = null,
  disabled = false,
}: Props) {
  const [isRecovery, setRecovery] = useState(false);
  return (
    <div className={classes.field}>
      <TextInput
        // Another field: a phone brings up the other keyboard.
        key={isRecovery ? "recovery" : "app"}
        ref={ref}
        name="code"
        label={isRecovery ? "Recovery code" : "Code of your authenticator app"}
        description={isRecovery ? "One of the ten that you kept. Each works once." : "Six digits."}
        autoComplete={isRecovery ? "off" : "one-time-code"}
        inputMode={isRecovery ? "text" : "numeric"}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        autoFocus={autoFocus || isRecovery}
        data-autofocus={autoFocus || undefined}
        disabled={disabled}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button
        variant="transparent"
        size="compact-sm"
        className={classes.other}
        onClick={() => {
          setRecovery(!isRecovery);
          onChange("");
        }}
      >
        {isRecovery ? "Use the app instead" : "No phone at hand? Use a recovery code"}
      </Button>
    </div>
  );
}
