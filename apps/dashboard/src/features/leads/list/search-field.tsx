// Finds a lead by name, e-mail, phone or number. Asked a moment after the last letter; the text is
// personal data and goes into the history entry, never into the address.
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type Ref, useState } from "react";
import { KeyHint } from "../../../components/key-hint";
import classes from "./lead-filters.module.css";

interface Props {
  text: string;
  onText: (text: string) => void;
  /** Enter: to what was found. */
  onDone: (text: string) => void;
  ref: Ref<HTMLInputElement>;
}

export function SearchField({ text, onText, onDone, ref }: Props) {
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const tell = useDebouncedCallback((next: string) => {
    setTold(next);
    onText(next);
  }, 250);
  // Changed from outside: another view, or back to an earlier entry.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  return (
    <TextInput
      ref={ref}
      className={classes.search}
      type="search"
      aria-label="Search leads by name, phone, e-mail or number"
      placeholder="Search name, phone, e-mail…"
      maxLength={200}
      autoComplete="off"
      value={typed}
      rightSection={typed === "" ? <KeyHint keys="/" /> : null}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        // What was found is one key away.
        if (event.key === "Enter") {
          tell.flush();
          event.currentTarget.blur();
          onDone(typed);
        }
        if (event.key !== "Escape") return;
        // First Esc empties the field, the next one leaves it.
        if (typed === "") event.currentTarget.blur();
        setTyped("");
        tell("");
        tell.flush();
      }}
    />
  );
}
