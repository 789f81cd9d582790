// Below the list while leads are picked: how many, of how many, and what can be done to all of them.

import { Button } from "@mantine/core";
import type { LeadFilters } from "@studydesk/domain/leads/lead-filters";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { KeyHint } from "../../../components/key-hint";
import { countWords } from "../../../lib/count-words";
import { useKeys } from "../../../lib/keys/use-keys";
import { useTRPC } from "../../../lib/trpc";
import { BulkAssignMenu, BulkFollowUpMenu, BulkMailMenu, BulkStatusMenu } from "./bulk-menus";
import { countSelected, type SelectedLeads } from "./selected-leads";
import classes from "./selection.module.css";
import type { LeadSelection } from "./use-selection";
import { useStartJob } from "./use-start-job";

interface Props {
  selection: LeadSelection;
  /** What the list shows now, and how many that are; undefined while it is counted. */
  filters: LeadFilters;
  total: { count: number; isCapped: boolean } | undefined;
  /** What else can be done to them. */
  more?: ReactNode;
}

type Menu = "assign" | "status" | "follow_up" | "mail";

const mostAsked = 1_000;

export function SelectionBar({ selection, filters, total, more }: Props) {
  const trpc = useTRPC();
  const { selected } = selection;
  const count = countSelected(selected, total?.count ?? 0);
  const [open, setOpen] = useState<Menu>();
  const { start, isBeginning } = useStartJob(selection);
  const leadIds = selected.kind === "picked" ? [...selected.ids] : [];
  const outside = useQuery(
    trpc.bulk.outside.queryOptions(
      { leadIds, filters },
      {
        enabled: leadIds.length > 0 && leadIds.length <= mostAsked,
        placeholderData: keepPreviousData,
      },
    ),
  ).data;
  useKeys("The picked leads", [
    { keys: "a", name: "Assign", run: () => setOpen("assign") },
    { keys: "s", name: "Status", run: () => setOpen("status") },
    { keys: "h", name: "Follow up", run: () => setOpen("follow_up") },
  ]);

  const menu = (name: Menu) => ({
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : undefined),
    isBusy: isBeginning,
    onTask: start,
  });
  const isAll = selected.kind === "matching";
  const canTakeAll = !isAll && total !== undefined && (total.isCapped || total.count > count);
  return (
    <section className={classes.bar} aria-label="Picked leads" data-selection>
      <p className={classes.said} role="status">
        <strong>{pickedWords(selected, total)}</strong>
        {!isAll && total ? ` of ${countWords(total.count, total.isCapped)}` : null}
        {!isAll && outside ? ` · ${outsideWords(outside)}` : null}
      </p>
      {canTakeAll ? (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={selection.putAll}
          rightSection={<KeyHint keys="* s" />}
        >
          All {countWords(total.count, total.isCapped)}
        </Button>
      ) : null}
      <Button
        variant="subtle"
        size="compact-md"
        onClick={selection.clear}
        rightSection={<KeyHint keys="* n" />}
      >
        None
      </Button>
      <div className={classes.actions}>
        <BulkAssignMenu {...menu("assign")} />
        <BulkStatusMenu {...menu("status")} />
        <BulkFollowUpMenu {...menu("follow_up")} />
        <BulkMailMenu {...menu("mail")} />
        {more}
      </div>
    </section>
  );
}

function pickedWords(selected: SelectedLeads, total: Props["total"]): string {
  if (selected.kind === "matching" && !total) return "All picked, being counted";
  const number = countSelected(selected, total?.count ?? 0).toLocaleString("en");
  if (selected.kind === "picked") return `${number} picked`;
  if (total?.isCapped) return `All of more than ${total.count.toLocaleString("en")} picked`;
  return selected.exceptIds.size > 0 ? `${number} picked` : `All ${number} picked`;
}

function outsideWords(count: number): string {
  return count === 1
    ? "1 is no longer in this list"
    : `${count.toLocaleString("en")} are no longer in this list`;
}
