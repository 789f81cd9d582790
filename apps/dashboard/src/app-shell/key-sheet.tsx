// The sheet under `?`: the keys that work on this screen right now, each to be changed where it stands,
// and the switch to turn them off.
import { Button, Modal } from "@mantine/core";
import { swapKeys } from "@studydesk/domain/people/key-preference";
import { useState } from "react";
import { KeysSwitch } from "../components/keys-switch";
import { useSaveKeys } from "../lib/keys/key-preference";
import { type KeyScope, notationsOf } from "../lib/keys/key-registry";
import { keyRegistry } from "../lib/keys/use-keys";
import { useMe } from "../lib/me";
import { ChangeKey } from "./change-key";
import classes from "./key-sheet.module.css";

export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keys"
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {isOpen ? <Sheet scopes={keyRegistry.scopes()} /> : null}
    </Modal>
  );
}

function Sheet({ scopes }: { scopes: readonly KeyScope[] }) {
  const { keys } = useMe();
  const save = useSaveKeys();
  const [said, setSaid] = useState("");
  const hasChanges = Object.keys(keys.changes).length > 0;
  return (
    <div className={classes.sheet}>
      <KeysSwitch />
      <p className={classes.hint}>
        Press a key below to change it. The two keys swap places, so both go on working.
      </p>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <div className={classes.groups} data-off={keys.isOff}>
        {scopes.map((scope) => (
          <section key={scope.title}>
            <h3 className={classes.title}>{scope.title}</h3>
            <dl className={classes.keys}>
              {scope.bindings.map((binding) => (
                <div key={binding.name} className={classes.line}>
                  <dt>{binding.name}</dt>
                  <dd>
                    {notationsOf(binding).map((notation, index) => (
                      <span key={notation}>
                        {index > 0 ? " or " : null}
                        {notation.split(" ").map((key) => (
                          <ChangeKey
                            key={key}
                            name={binding.name}
                            mapKey={key}
                            onChange={(pressed) => {
                              save({ ...keys, changes: swapKeys(keys.changes, key, pressed) });
                              setSaid(`${binding.name}: now ${pressed}.`);
                            }}
                          />
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {hasChanges ? (
        <Button
          variant="default"
          className={classes.reset}
          onClick={({ currentTarget }) => {
            // The button goes with the changes; the focus stays in the sheet.
            currentTarget.closest<HTMLElement>('[role="dialog"]')?.focus();
            save({ ...keys, changes: {} });
            setSaid("All keys are as they came.");
          }}
        >
          Put all keys back
        </Button>
      ) : null}
    </div>
  );
}
