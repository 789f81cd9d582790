// Where a lead may go from here. A move that asks for a reason or a criterion asks in place, consent to the study in
// a window of its own; one that something stands against says which rule it is.
import { Button, Menu } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import {
  canMove,
  leadStatusLabels,
  moveRefusalSentences,
  namesCriterion,
} from "@studydesk/domain/leads/lead-status";
import { type StatusReason, statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { KeyHint } from "../../../../components/key-hint";
import { menuProps } from "../../../../components/menu-props";
import { StatusBadge } from "../../../../components/status-badge";
import { offerUndo } from "../../../../lib/undo";
import classes from "../../lead-menus.module.css";
import type { ChangeStatus, LeadMove, LeadView } from "../../lead-types";
import { useChangeStatus } from "../../use-change-status";
import { ConsentDialog } from "./consent-dialog";
import { CriterionItems } from "./criterion-items";

interface Props {
  lead: LeadView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

type Given = Pick<ChangeStatus, "reason" | "criterionId" | "studyConsent">;

/** What is asked just now, with what was said before. */
interface Asking {
  move: LeadMove;
  what: "reason" | "criterion";
  reason?: StatusReason | undefined;
}

export function StatusMenu({ lead, isOpen, onOpenChange }: Props) {
  const change = useChangeStatus(lead);
  const [asking, setAsking] = useState<Asking>();
  const [consenting, setConsenting] = useState<LeadMove>();
  const dropdown = useRef<HTMLDivElement>(null);

  // What is asked takes the place of the statuses, and the focus goes with it.
  useEffect(() => {
    if (isOpen || asking) focusFirst(dropdown.current);
  }, [asking, isOpen]);

  function close() {
    setAsking(undefined);
    onOpenChange(false);
  }

  function begin(move: LeadMove) {
    if (move.blocked) return;
    if (move.asks.includes("study_consent")) {
      close();
      setConsenting(move);
    } else if (move.reasons.length > 0) setAsking({ move, what: "reason" });
    else goOn(move);
  }

  function goOn(move: LeadMove, reason?: StatusReason) {
    if (namesCriterion(move.to, reason)) setAsking({ move, what: "criterion", reason });
    else send(move, { reason });
  }

  function send({ to }: LeadMove, given: Given) {
    close();
    const moving = { leadId: lead.id, expectedVersion: lead.version, to, ...given };
    return change.mutateAsync(moving).then(
      (changed) => {
        setConsenting(undefined);
        offerUndo({
          message: `${fullName(changed)}: ${leadStatusLabels[changed.status]}.`,
          changeId: changed.changeId,
        });
      },
      // The change itself says what went wrong.
      () => undefined,
    );
  }

  return (
    <>
      <Menu
        {...menuProps}
        opened={isOpen}
        onChange={(opened) => (opened ? onOpenChange(true) : close())}
        closeOnItemClick={false}
        position="bottom-start"
        width={320}
      >
        <Menu.Target>
          <Button variant="default" rightSection={<KeyHint keys="s" />}>
            Status
          </Button>
        </Menu.Target>
        <Menu.Dropdown ref={dropdown} className={classes.menu} aria-label="Change the status">
          {asking ? (
            <>
              {asking.what === "reason" ? (
                <Reasons lead={lead} move={asking.move} onPick={goOn} />
              ) : (
                <CriterionItems
                  leadId={lead.id}
                  onLoaded={() => focusFirst(dropdown.current)}
                  onPick={(criterionId) => {
                    void send(asking.move, { reason: asking.reason, criterionId });
                  }}
                />
              )}
              <Menu.Divider />
              <Menu.Item onClick={() => setAsking(undefined)}>‹ Another status</Menu.Item>
            </>
          ) : (
            <>
              <Menu.Label>From {leadStatusLabels[lead.status]} to</Menu.Label>
              {lead.moves.map((move) => (
                <Move key={move.to} move={move} onPick={() => begin(move)} />
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {consenting ? (
        <ConsentDialog
          lead={lead}
          isSaving={change.isPending}
          onClose={() => setConsenting(undefined)}
          onSend={(studyConsent) => void send(consenting, { studyConsent })}
        />
      ) : null}
    </>
  );
}

/** Beside a way that is closed stands what has to be done first. */
function Move({ move, onPick }: { move: LeadMove; onPick: () => void }): ReactNode {
  const { to, blocked, reasons, asks } = move;
  if (blocked) {
    return (
      <Menu.Item aria-disabled className={classes.blocked}>
        <StatusBadge status={to} />
        <span className={classes.why}>{moveRefusalSentences[blocked]}</span>
      </Menu.Item>
    );
  }
  const asked = asks.includes("study_consent")
    ? "consent…"
    : reasons.length > 0
      ? "why?"
      : asks.includes("criterion")
        ? "which criterion?"
        : undefined;
  return (
    <Menu.Item onClick={onPick}>
      <StatusBadge status={to} />
      {asked ? <span className={classes.more}>{asked}</span> : null}
    </Menu.Item>
  );
}

interface ReasonsProps {
  lead: LeadView;
  move: LeadMove;
  onPick: (move: LeadMove, reason?: StatusReason) => void;
}

function Reasons({ lead, move, onPick }: ReasonsProps) {
  return (
    <>
      <Menu.Label>
        {move.reasonRequired
          ? whyAReason(lead, move)
          : `A reason for “${leadStatusLabels[move.to]}”?`}
      </Menu.Label>
      {move.reasons.map((reason) => (
        <Menu.Item key={reason} onClick={() => onPick(move, reason)}>
          {statusReasonLabels[reason]}
          {namesCriterion(move.to, reason) ? (
            <span className={classes.more}>which criterion?</span>
          ) : null}
        </Menu.Item>
      ))}
      {move.reasonRequired ? null : (
        <Menu.Item onClick={() => onPick(move)}>Without a reason</Menu.Item>
      )}
    </>
  );
}

function whyAReason(lead: LeadView, { to }: LeadMove): string {
  const answer = canMove(lead, to, {}, new Date());
  return answer.ok ? `Why “${leadStatusLabels[to]}”?` : moveRefusalSentences[answer.refusal];
}

function focusFirst(menu: HTMLElement | null): void {
  menu?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled])')?.focus();
}
