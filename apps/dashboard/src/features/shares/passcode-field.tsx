// The passcode: made up by the machine unless the author wants an own one, which is judged while typing
// stops.
import { Button, TextInput } from "@mantine/core";
import { checkOwnPasscode, generatePasscode } from "@studydesk/sealing/passcode";
import { useState } from "react";
import classes from "./share-form.module.css";

interface Props {
  value: string;
  isOwn: boolean;
  onChange: (value: string, isOwn: boolean) => void;
}

const problems = {
  too_short: "Use at least 8 characters.",
  common: "This is one that people try first. Choose another.",
} as const;

export function PasscodeField({ value, isOwn, onChange }: Props) {
  const [wasLeft, setWasLeft] = useState(false);
  const check = isOwn && wasLeft && value !== "" ? checkOwnPasscode(value) : { ok: true as const };
  if (!isOwn) {
    return (
      <div className={classes.passcode}>
        <span className={classes.label}>Passcode</span>
        <output className={classes.code} aria-label="Generated passcode">
          {value}
        </output>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange(generatePasscode(), false)}
        >
          Another
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange("", true)}>
          Choose my own
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.passcode}>
      <TextInput
        className={classes.own}
        label="Your own passcode"
        description="At least 8 characters. Capitals and spaces count: say them, too. Several words are easier to say on the phone."
        value={value}
        onChange={(event) => onChange(event.currentTarget.value, true)}
        onBlur={() => setWasLeft(true)}
        onKeyDown={({ key }) => {
          // The button that Enter would press is closed to a weak one: say why.
          if (key === "Enter") setWasLeft(true);
        }}
        error={check.ok ? undefined : problems[check.reason]}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        withAsterisk={false}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange(generatePasscode(), false)}
      >
        Generate one instead
      </Button>
    </div>
  );
}
