// Where a lead may go from here. A move that asks for a reason asks in place; one that must have it says
// which rule wants it.
import { Button, Menu } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import {
  canMove,
  leadStatusLabels,
  moveRefusalSentences,
  type StatusReason,
  statusReasonLabels,
} from "@studydesk/domain/leads/lead-status";
import { useEffect, useRef, useState } from "react";
import { KeyHint } from "../../../components/key-hint";
import { menuProps } from "../../../components/menu-props";
import { StatusBadge } from "../../../components/status-badge";
import { offerUndo } from "../../../lib/undo";
import classes from "../lead-menus.module.css";
import type { LeadMove, LeadView } from "../lead-types";
import { useChangeStatus } from "../use-change-status";

interface Props {
  lead: LeadView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function StatusMenu({ lead, isOpen, onOpenChange }: Props) {
  const change = useChangeStatus(lead);
  const [asking, setAsking] = useState<LeadMove>();
  const dropdown = useRef<HTMLDivElement>(null);

  // The reasons take the place of the statuses, and the focus goes with them.
  useEffect(() => {
    if (isOpen || asking)
      dropdown.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [asking, isOpen]);

  function close() {
    setAsking(undefined);
    onOpenChange(false);
  }

  function move(to: LeadMove, reason?: StatusReason) {
    close();
    change
      .mutateAsync({
        leadId: lead.id,
        expectedVersion: lead.version,
        to: to.to,
        ...(reason ? { reason } : {}),
      })
      .then(
        (changed) =>
          offerUndo({
            message: `${fullName(changed)}: ${leadStatusLabels[changed.status]}.`,
            changeId: changed.changeId,
          }),
        // The change itself says what went wrong.
        () => undefined,
      );
  }

  return (
    <Menu
      {...menuProps}
      opened={isOpen}
      onChange={(opened) => (opened ? onOpenChange(true) : close())}
      closeOnItemClick={false}
      position="bottom-start"
      width={300}
    >
      <Menu.Target>
        <Button variant="default" rightSection={<KeyHint keys="s" />}>
          Status
        </Button>
      </Menu.Target>
      <Menu.Dropdown ref={dropdown} className={classes.menu} aria-label="Change the status">
        {asking ? (
          <>
            <Menu.Label>
              {asking.reasonRequired
                ? whyAReason(lead, asking)
                : `A reason for “${leadStatusLabels[asking.to]}”?`}
            </Menu.Label>
            {asking.reasons.map((reason) => (
              <Menu.Item key={reason} onClick={() => move(asking, reason)}>
                {statusReasonLabels[reason]}
              </Menu.Item>
            ))}
            <Menu.Divider />
            {asking.reasonRequired ? null : (
              <Menu.Item onClick={() => move(asking)}>Without a reason</Menu.Item>
            )}
            <Menu.Item onClick={() => setAsking(undefined)}>‹ Another status</Menu.Item>
          </>
        ) : (
          <>
            <Menu.Label>From {leadStatusLabels[lead.status]} to</Menu.Label>
            {lead.moves.map((each) => (
              <Menu.Item
                key={each.to}
                onClick={() => (each.reasons.length > 0 ? setAsking(each) : move(each))}
              >
                <StatusBadge status={each.to} />
                {each.reasons.length > 0 ? <span className={classes.more}>why?</span> : null}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function whyAReason(lead: LeadView, { to }: LeadMove): string {
  const answer = canMove(lead, to, {}, new Date());
  return answer.ok ? `Why “${leadStatusLabels[to]}”?` : moveRefusalSentences[answer.refusal];
}
