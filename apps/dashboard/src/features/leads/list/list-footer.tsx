// The keys of the list, each as a button.
import { UnstyledButton } from "@mantine/core";
import { KeyHint } from "../../../components/key-hint";
import { type LeadAction, leadActionKeys, leadActionNames } from "../lead-action";
import classes from "./list-footer.module.css";

interface Props {
  onMove: (step: number) => void;
  onOpen: () => void;
  /** While a lead is open. */
  onClose: (() => void) | undefined;
  onStart: (action: LeadAction) => void;
  /** Clears the follow-up and moves on. */
  onFinish: (() => void) | undefined;
  /** What can be started on the lead under the cursor. */
  actions: readonly LeadAction[];
}

export function ListFooter({ onMove, onOpen, onClose, onStart, onFinish, actions }: Props) {
  return (
    <div className={classes.footer} role="toolbar" aria-label="Keys of the list">
      <KeyButton keys="j" name="Next" onClick={() => onMove(1)} />
      <KeyButton keys="k" name="Previous" onClick={() => onMove(-1)} />
      {onClose ? (
        <KeyButton keys="Escape" name="Close" onClick={onClose} />
      ) : (
        <KeyButton keys="Enter" name="Open" onClick={() => onOpen()} />
      )}
      {onFinish ? <KeyButton keys="e" name="Clear follow-up" onClick={onFinish} /> : null}
      {actions.map((action) => (
        <KeyButton
          key={action}
          keys={leadActionKeys[action]}
          name={leadActionNames[action]}
          onClick={() => onStart(action)}
        />
      ))}
    </div>
  );
}

function KeyButton({ keys, name, onClick }: { keys: string; name: string; onClick: () => void }) {
  return (
    <UnstyledButton className={classes.key} onClick={onClick}>
      <KeyHint keys={keys} /> {name}
    </UnstyledButton>
  );
}
