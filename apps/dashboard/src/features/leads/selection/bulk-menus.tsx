// What can be done to all picked leads: a menu for each, opened by its key or its button.
import { Button, Menu } from "@mantine/core";
import { type LeadStatus, leadStatuses, namesCriterion } from "@studydesk/domain/leads/lead-status";
import {
  declineReasons,
  giveUpReasons,
  invalidReasons,
  reassessReasons,
  reopenReasons,
  type StatusReason,
  screenFailureReasons,
  statusReasonLabels,
  withdrawalReasons,
} from "@studydesk/domain/leads/status-reasons";
import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { KeyHint } from "../../../components/key-hint";
import { menuProps } from "../../../components/menu-props";
import { StatusBadge } from "../../../components/status-badge";
import { followUpChoices } from "../../../lib/follow-up-choices";
import { useMe } from "../../../lib/me";
import { dayAndTimeWords } from "../../../lib/time-words";
import { useTRPC } from "../../../lib/trpc";
import menus from "../lead-menus.module.css";
import { useColleagues } from "./use-colleagues";
import type { BulkTask } from "./use-start-job";

export interface BulkMenuProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  isBusy: boolean;
  onTask: (task: BulkTask) => void;
}

interface FrameProps extends Omit<BulkMenuProps, "onTask"> {
  name: string;
  label: string;
  keys?: string;
  staysOpen?: boolean;
  children: ReactNode;
}

function BulkMenu({ name, label, keys, staysOpen = false, children, ...props }: FrameProps) {
  const { isOpen, onOpenChange, isBusy } = props;
  return (
    <Menu
      {...menuProps}
      opened={isOpen}
      onChange={onOpenChange}
      closeOnItemClick={!staysOpen}
      position="top-start"
      width={280}
    >
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          disabled={isBusy}
          rightSection={keys ? <KeyHint keys={keys} /> : undefined}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={menus.menu} aria-label={label}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

export function BulkAssignMenu({ onTask, ...menu }: BulkMenuProps) {
  const me = useMe();
  const colleagues = useColleagues();
  const give = (ownerId: string | null) => onTask({ kind: "assign", ownerId });
  return (
    <BulkMenu {...menu} name="Assign" label="Assign the picked leads" keys="a">
      <Menu.Item onClick={() => give(me.userId)}>Take them</Menu.Item>
      {colleagues.map(({ userId, name }) => (
        <Menu.Item key={userId} onClick={() => give(userId)}>
          {name}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={() => give(null)}>Nobody: back to Unassigned</Menu.Item>
    </BulkMenu>
  );
}

const reasonsOf: Readonly<
  Partial<Record<LeadStatus, { reasons: readonly StatusReason[]; mustHave: boolean }>>
> = {
  declined: { reasons: declineReasons, mustHave: true },
  invalid: { reasons: invalidReasons, mustHave: true },
  could_not_reach: { reasons: giveUpReasons, mustHave: false },
  pre_screening: { reasons: [...reopenReasons, ...reassessReasons], mustHave: false },
  // A criterion is named lead by lead.
  screen_failure: {
    reasons: screenFailureReasons.filter((reason) => !namesCriterion("screen_failure", reason)),
    mustHave: true,
  },
  withdrawn: { reasons: withdrawalReasons, mustHave: true },
};

/** What is decided on each person by itself, and where. */
const oneByOne: Readonly<Partial<Record<LeadStatus, string>>> = {
  visit_scheduled: "Lead by lead: an investigator signs each under Review.",
  in_screening: "Lead by lead: each with its own consent.",
  pre_screen_failure: "Lead by lead: each names the criterion that failed.",
};

/** Each lead's own guards decide: who may not go there stays, and is listed. */
export function BulkStatusMenu({ onTask, ...menu }: BulkMenuProps) {
  const [asking, setAsking] = useState<LeadStatus>();
  const items = useRef<HTMLDivElement>(null);
  const { isOpen, onOpenChange } = menu;
  // The reasons take the place of the statuses, and the focus goes with them.
  useEffect(() => {
    if (isOpen || asking) items.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [asking, isOpen]);

  function change(opened: boolean) {
    if (!opened) setAsking(undefined);
    onOpenChange(opened);
  }
  function move(to: LeadStatus, reason?: StatusReason) {
    change(false);
    onTask({ kind: "status", to, ...(reason ? { reason } : {}) });
  }
  const asked = asking && reasonsOf[asking];
  return (
    <BulkMenu
      {...menu}
      onOpenChange={change}
      name="Status"
      label="Change the status of the picked leads"
      keys="s"
      staysOpen
    >
      <div ref={items}>
        {asking && asked ? (
          <>
            <Menu.Label>
              {asking === "pre_screening" ? "Why, where a lead is reopened?" : "Why?"}
            </Menu.Label>
            {asked.reasons.map((reason) => (
              <Menu.Item key={reason} onClick={() => move(asking, reason)}>
                {statusReasonLabels[reason]}
              </Menu.Item>
            ))}
            <Menu.Divider />
            {asked.mustHave ? null : (
              <Menu.Item onClick={() => move(asking)}>Without a reason</Menu.Item>
            )}
            <Menu.Item onClick={() => setAsking(undefined)}>‹ Another status</Menu.Item>
          </>
        ) : (
          leadStatuses.map((to) =>
            oneByOne[to] ? (
              <Menu.Item key={to} aria-disabled className={menus.blocked}>
                <StatusBadge status={to} />
                <span className={menus.why}>{oneByOne[to]}</span>
              </Menu.Item>
            ) : (
              <Menu.Item key={to} onClick={() => (reasonsOf[to] ? setAsking(to) : move(to))}>
                <StatusBadge status={to} />
                {reasonsOf[to] ? <span className={menus.more}>why?</span> : null}
              </Menu.Item>
            ),
          )
        )}
      </div>
    </BulkMenu>
  );
}

export function BulkFollowUpMenu({ onTask, ...menu }: BulkMenuProps) {
  const now = new Date();
  return (
    <BulkMenu {...menu} name="Follow up" label="Follow up on the picked leads" keys="h">
      {followUpChoices(now).map(({ label, at }) => (
        <Menu.Item key={label} onClick={() => onTask({ kind: "follow_up", at: at.toISOString() })}>
          {label}
          <span className={menus.more}>{dayAndTimeWords(at.toISOString(), now)}</span>
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={() => onTask({ kind: "follow_up", at: null })}>
        Clear the follow-up
      </Menu.Item>
    </BulkMenu>
  );
}

/** Each person gets it in their own language where the template is written in it. */
export function BulkMailMenu({ onTask, ...menu }: BulkMenuProps) {
  const me = useMe();
  const trpc = useTRPC();
  const answers = useQueries({
    queries: me.sites.map(({ id }) =>
      trpc.templates.list.queryOptions({ siteId: id }, { enabled: menu.isOpen }),
    ),
  });
  const all = answers.flatMap(({ data }) => data?.templates ?? []);
  const names = [...Map.groupBy(all, ({ name }) => name)];
  const isLoading = answers.some(({ isPending }) => isPending);
  return (
    <BulkMenu {...menu} name="E-mail" label="Write to the picked leads">
      {names.map(([template, inLanguages]) => {
        const languages = [...new Set(inLanguages.map(({ language }) => language))];
        const language = languages.find((each) => each === "en") ?? languages[0] ?? "en";
        return (
          <Menu.Item
            key={template}
            onClick={() => onTask({ kind: "mail", template, language })}
            rightSection={<span className={menus.more}>{languages.join(", ")}</span>}
          >
            {template}
          </Menu.Item>
        );
      })}
      {isLoading ? <Menu.Label>Loading…</Menu.Label> : null}
      {!isLoading && names.length === 0 ? (
        <Menu.Label>No template yet. An admin of the site writes them.</Menu.Label>
      ) : null}
    </BulkMenu>
  );
}
