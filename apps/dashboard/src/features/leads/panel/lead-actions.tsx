// What can be done with a lead now: a button for each key, and none for what may not be done.
import { Button } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import { KeyHint } from "../../../components/key-hint";
import {
  isAble,
  type LeadAction,
  leadActionKeys,
  leadActionNames,
  leadActions,
} from "../lead-action";
import type { LeadView } from "../lead-types";
import { AssignMenu } from "./assign-menu";
import classes from "./lead-panel.module.css";
import { StatusMenu } from "./status/status-menu";

interface Props {
  lead: LeadView;
  action: LeadAction | undefined;
  onAction: (action: LeadAction | undefined) => void;
}

export function LeadActions({ lead, action, onAction }: Props) {
  const menuOf = (name: LeadAction) => ({
    lead,
    isOpen: action === name,
    onOpenChange: (isOpen: boolean) => onAction(isOpen ? name : undefined),
  });
  const row = useRef<HTMLDivElement>(null);
  const isMenuOpen = action === "status" || action === "assign";
  // A menu is hidden with its button, which a lead's questions may have pushed out of sight.
  useLayoutEffect(() => {
    if (isMenuOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isMenuOpen]);
  if (!leadActions.some((each) => isAble(lead, each))) return null;
  return (
    <div ref={row} className={classes.actions} data-one-lead>
      {isAble(lead, "contact") ? (
        <ActionButton name="contact" action={action} onAction={onAction} isFirst />
      ) : null}
      {isAble(lead, "mail") ? (
        <ActionButton name="mail" action={action} onAction={onAction} />
      ) : null}
      {isAble(lead, "status") ? <StatusMenu {...menuOf("status")} /> : null}
      {isAble(lead, "follow_up") ? (
        <ActionButton name="follow_up" action={action} onAction={onAction} />
      ) : null}
      {isAble(lead, "assign") ? <AssignMenu {...menuOf("assign")} /> : null}
      {isAble(lead, "note") ? (
        <ActionButton name="note" action={action} onAction={onAction} />
      ) : null}
    </div>
  );
}

interface ActionButtonProps extends Omit<Props, "lead"> {
  name: LeadAction;
  isFirst?: boolean;
}

function ActionButton({ name, action, onAction, isFirst = false }: ActionButtonProps) {
  return (
    <Button
      variant={isFirst ? "filled" : "default"}
      aria-expanded={action === name}
      rightSection={<KeyHint keys={leadActionKeys[name]} />}
      onClick={() => onAction(action === name ? undefined : name)}
    >
      {leadActionNames[name]}
    </Button>
  );
}
