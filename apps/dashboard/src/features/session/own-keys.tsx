// One's own keys: whether they work, and which were changed.
import { Button } from "@mantine/core";
import { Keys } from "../../components/key-hint";
import { KeysSwitch } from "../../components/keys-switch";
import { useSaveKeys } from "../../lib/keys/key-preference";
import { keyWords } from "../../lib/keys/key-words";
import { useMe } from "../../lib/me";
import classes from "./account-screen.module.css";

export function OwnKeys() {
  const { keys } = useMe();
  const save = useSaveKeys();
  const changed = Object.keys(keys.changes).toSorted();
  return (
    <section className={classes.section} aria-labelledby="own-keys">
      <h2 className={classes.title} id="own-keys">
        Keys
      </h2>
      <KeysSwitch />
      <p className={classes.hint}>
        Press <Keys notation="?" /> on any screen to see its keys. Press one of them there to change
        it; your keys go with you to every browser.
      </p>
      {changed.length === 0 ? null : (
        <>
          <ul className={classes.changed}>
            {changed.map((key) => (
              <li key={key}>
                <Keys notation={key} /> instead of <kbd>{keyWords(key, false).join(" ")}</kbd>
              </li>
            ))}
          </ul>
          <Button
            variant="default"
            className={classes.reset}
            onClick={() => save({ ...keys, changes: {} })}
          >
            Put all keys back
          </Button>
        </>
      )}
    </section>
  );
}
