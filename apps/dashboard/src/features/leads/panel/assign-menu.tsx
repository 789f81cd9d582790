// Who looks after a lead: take it, give it to a colleague of the site, or put it back.
import { Button, Menu } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { KeyHint } from "../../../components/key-hint";
import { menuProps } from "../../../components/menu-props";
import { errorSentence } from "../../../lib/error-sentence";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { offerUndo } from "../../../lib/undo";
import classes from "../lead-menus.module.css";
import type { LeadView } from "../lead-types";
import { useAssignLead } from "../use-assign-lead";

interface Props {
  lead: LeadView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** What it hangs on, in place of the button with the key. */
  target?: ReactElement;
}

export function AssignMenu({ lead, isOpen, onOpenChange, target }: Props) {
  const me = useMe();
  const trpc = useTRPC();
  const colleagues = useQuery(trpc.leads.assignees.queryOptions({ siteId: lead.siteId }));
  const everybody = colleagues.data ?? [];
  const assign = useAssignLead(lead, everybody);
  const ownLoad = everybody.find(({ userId }) => userId === me.userId)?.openLeads ?? 0;
  const others = everybody.filter(({ userId }) => userId !== me.userId);

  function give(ownerId: string | null) {
    assign.mutateAsync({ leadId: lead.id, expectedVersion: lead.version, ownerId }).then(
      (changed) =>
        offerUndo({ message: ownerWords(changed, me.userId), changeId: changed.changeId }),
      // The change itself says what went wrong.
      () => undefined,
    );
  }

  return (
    <Menu
      {...menuProps}
      opened={isOpen}
      onChange={onOpenChange}
      position="bottom-start"
      width={260}
    >
      <Menu.Target>
        {target ?? (
          <Button variant="default" rightSection={<KeyHint keys="a" />}>
            Assign
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown className={classes.menu} aria-label="Assign the lead">
        {lead.ownerId !== me.userId && everybody.some(({ userId }) => userId === me.userId) ? (
          <Menu.Item
            onClick={() => give(me.userId)}
            rightSection={<span className={classes.more}>{ownLoad} open</span>}
          >
            Take it
          </Menu.Item>
        ) : null}
        {others.map(({ userId, name, openLeads }) => (
          <Menu.Item
            key={userId}
            disabled={userId === lead.ownerId}
            onClick={() => give(userId)}
            rightSection={<span className={classes.more}>{openLeads} open</span>}
          >
            {name}
          </Menu.Item>
        ))}
        {colleagues.isError ? <Menu.Label>{errorSentence(colleagues.error)}</Menu.Label> : null}
        {colleagues.isPending ? <Menu.Label>Loading…</Menu.Label> : null}
        {lead.ownerId === null ? null : (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => give(null)}>Nobody: back to Unassigned</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function ownerWords(lead: LeadView, userId: string): string {
  if (lead.ownerId === null) return `${fullName(lead)} is unassigned now.`;
  if (lead.ownerId === userId) return `${fullName(lead)} is yours.`;
  return `${fullName(lead)} is with ${lead.ownerName ?? "a colleague"}.`;
}
