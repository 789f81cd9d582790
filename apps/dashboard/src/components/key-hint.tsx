// A key as it is drawn on a button. Only a hint for the eye: the button has its own name.
import { keyWords } from "../lib/keys/key-words";
import { useAreKeysOn } from "../lib/keys/keys-preference";
import classes from "./key-hint.module.css";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export function KeyHint({ keys }: { keys: string }) {
  const isOn = useAreKeysOn();
  if (!isOn) return null;
  return (
    <span className={classes.hint} aria-hidden="true">
      <Keys notation={keys} />
    </span>
  );
}

/** The same, always shown and read out: for the sheet. */
export function Keys({ notation }: { notation: string }) {
  return keyWords(notation, isMac).map((word, index) => (
    <kbd key={`${notation}-${index.toString()}`} className={classes.key}>
      {word}
    </kbd>
  ));
}
