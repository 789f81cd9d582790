// The sheet under `?`: the keys that work on this screen right now, and the switch to turn them off.
import { Modal, Switch } from "@mantine/core";
import { Keys } from "../components/key-hint";
import { type KeyScope, notationsOf } from "../lib/keys/key-registry";
import { turnKeys, useAreKeysOn } from "../lib/keys/keys-preference";
import { keyRegistry } from "../lib/keys/use-keys";
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
  const isOn = useAreKeysOn();
  return (
    <div className={classes.sheet}>
      <Switch
        checked={isOn}
        onChange={(event) => turnKeys(event.currentTarget.checked)}
        label="Single keys work"
        description="They never work while you type. Turn them off if they get in the way of a screen reader or of speech."
      />
      <div className={classes.groups} data-off={!isOn}>
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
                        <Keys notation={notation} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  );
}
