// One criterion of a draft in its list: closed it says what is asked and what excludes, open it is edited.
// It can be dragged, and moved by buttons, which do the same.
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { askCostLabels } from "@studydesk/domain/screening/answer-rule";
import { DotBadge } from "../../components/status-badge";
import { ruleWords } from "../../lib/rule-words";
import { fullText } from "./changed-fields";
import { ClashNote } from "./clash-note";
import type { DraftEntry } from "./draft-entries";
import { EntryForm } from "./entry-form";
import { problemOf } from "./entry-problem";
import classes from "./entry-row.module.css";
import type { Clash } from "./merge-drafts";
import type { DragProps } from "./use-entry-drag";

interface Props {
  entry: DraftEntry;
  label: string;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  clash: Clash | undefined;
  /** Who made it one. */
  who: string;
  drag: DragProps;
  onToggle: () => void;
  onMove: (by: 1 | -1) => void;
  onChange: (entry: DraftEntry) => void;
  onRemove: () => void;
  onSettle: (takes: "mine" | "theirs") => void;
}

export function EntryRow({ entry, label, isOpen, clash, drag, onToggle, ...rest }: Props) {
  const { key, wording, rule, cost, doubt } = entry;
  const question = wording?.trim() || fullText(entry).trim() || "A criterion without words yet";
  const formId = `criterion-${key}`;
  return (
    <li className={classes.entry} data-entry={key} data-drop={drag.drop} {...drag.target}>
      <div className={classes.head}>
        <span className={classes.grip} title="Drag to another place" aria-hidden {...drag.grip}>
          ⠿
        </span>
        <UnstyledButton
          className={classes.open}
          data-row
          aria-expanded={isOpen}
          aria-controls={formId}
          onClick={onToggle}
        >
          <span className={classes.label}>{label}</span>
          <span className={classes.words}>
            <span className={classes.question} data-whole={isOpen}>
              {question}
            </span>
            <span className={classes.facts}>
              {ruleWords(rule)} · {askCostLabels[cost]}
            </span>
          </span>
        </UnstyledButton>
        <span className={classes.marks}>
          {clash ? <DotBadge tone="bad">Changed by two</DotBadge> : null}
          {doubt ? <DotBadge tone="contacting">To settle</DotBadge> : null}
          {problemOf(entry) ? <DotBadge tone="bad">Not ready</DotBadge> : null}
        </span>
        <span className={classes.steps}>
          <Step name={`Move ${label} up`} sign="↑" by={-1} isOff={rest.isFirst} {...rest} />
          <Step name={`Move ${label} down`} sign="↓" by={1} isOff={rest.isLast} {...rest} />
        </span>
      </div>
      <div id={formId} className={classes.body} hidden={!isOpen && !clash}>
        {clash ? (
          <ClashNote mine={entry} clash={clash} who={rest.who} onSettle={rest.onSettle} />
        ) : null}
        {isOpen ? (
          <EntryForm
            entry={entry}
            label={label}
            onChange={rest.onChange}
            onRemove={rest.onRemove}
          />
        ) : null}
      </div>
    </li>
  );
}

interface StepProps {
  name: string;
  sign: string;
  by: 1 | -1;
  isOff: boolean;
  onMove: (by: 1 | -1) => void;
}

function Step({ name, sign, by, isOff, onMove }: StepProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={name}
      title={name}
      data-step={by}
      // Still there at the end of its way, so that the focus on it is not lost.
      aria-disabled={isOff}
      onClick={isOff ? undefined : () => onMove(by)}
    >
      {sign}
    </ActionIcon>
  );
}
