// Turns single keys off and on.
import { Switch } from "@mantine/core";
import { useSaveKeys } from "../lib/keys/key-preference";
import { useMe } from "../lib/me";

export function KeysSwitch() {
  const { keys } = useMe();
  const save = useSaveKeys();
  return (
    <Switch
      checked={!keys.isOff}
      onChange={(event) => save({ ...keys, isOff: !event.currentTarget.checked })}
      label="Single keys work"
      description="They never work while you type. Turn them off if they get in the way of a screen reader or of speech."
    />
  );
}
