// A number as it is typed: "7." and "-" stay in the field, and count as the number that they are so far.
import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useState } from "react";

interface Props extends Omit<NumberInputProps, "value" | "onChange" | "hideControls"> {
  value: number | null;
  onValue: (value: number | null) => void;
}

export function NumberField({ value, onValue, ...rest }: Props) {
  const [typed, setTyped] = useState<number | string>(value ?? "");
  return (
    <NumberInput
      {...rest}
      hideControls
      // Something else than what was typed came from elsewhere.
      value={readNumber(typed) === value ? typed : (value ?? "")}
      onChange={(next) => {
        setTyped(next);
        onValue(readNumber(next));
      }}
    />
  );
}

function readNumber(typed: number | string): number | null {
  if (typeof typed === "string" && typed.trim() === "") return null;
  const read = Number(typed);
  return Number.isFinite(read) ? read : null;
}
