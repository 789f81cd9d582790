// A key as it is drawn on a button. Only a hint for the eye: the button has its own name.
import { useAreKeysOn } from "../lib/keys/key-preference";
import { pressedNotation } from "../lib/keys/key-registry";
import { keyWords } from "../lib/keys/key-words";
import { useMe } from "../lib/me";
import classes from "./key-hint.module.css";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export function KeyHint({ keys }: { keys: string }) {
  const isOn = useAreKeysOn();
  if (!isOn) return null;
  return (
    <span className={classes.hint} data-keys={keys} aria-hidden="true">
      <Keys notation={keys} />
    </span>
  );
}

/** The same, always shown and read out: the keys that this person presses. */
export function Keys({ notation }: { notation: string }) {
  const { changes } = useMe().keys;
  return keyWords(pressedNotation(notation, changes), isMac).map((word, index) => (
    <kbd key={`${notation}-${index.toString()}`} className={classes.key}>
      {word}
    </kbd>
  ));
}
