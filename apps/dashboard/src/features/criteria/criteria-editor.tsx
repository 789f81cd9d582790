// The criteria of a draft, both kinds in their order: opened, edited, added, removed, and moved by dragging,
// by buttons or by keys, which is said aloud.
import { Button, VisuallyHidden } from "@mantine/core";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import { useLayoutEffect, useRef, useState } from "react";
import { useKeys } from "../../lib/keys/use-keys";
import { useRowKeys } from "../../lib/keys/use-row-keys";
import { offerUndo } from "../../lib/undo";
import { kindTitles } from "./asked-criteria";
import classes from "./criteria-editor.module.css";
import { addEntry, changeEntry, type DraftEntry, labelsOf, moveEntry } from "./draft-entries";
import { EntryRow } from "./entry-row";
import type { CriteriaDraft } from "./use-criteria-draft";
import { useEntryDrag } from "./use-entry-drag";

interface Props {
  draft: CriteriaDraft;
  /** Who saved the draft that the server has. */
  who: string;
  /** Open when the screen comes: a criterion that something else led to. */
  opened: string | undefined;
}

export function CriteriaEditor({ draft, who, opened }: Props) {
  const { entries, clashes } = draft;
  const [open, setOpen] = useState(opened);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDivElement>(null);
  // A row that moves would lose the focus on what was pressed in it.
  const refocus = useRef<{ key: string; target: string }>(undefined);
  const labels = labelsOf(entries);
  const drag = useEntryDrag(entries, take);
  useRowKeys("Criteria", "criterion", list);
  useKeys("Criteria", [
    { keys: "Shift+k", name: "Move the criterion up", run: () => moveFocused(-1), repeats: true },
    { keys: "Shift+j", name: "Move the criterion down", run: () => moveFocused(1), repeats: true },
  ]);

  useLayoutEffect(() => {
    if (!refocus.current) return;
    const { key, target } = refocus.current;
    refocus.current = undefined;
    const row = list.current?.querySelector(`[data-entry="${CSS.escape(key)}"]`);
    row?.querySelector<HTMLElement>(target)?.focus();
  });

  /** An order that came of moving one. */
  function take(next: readonly DraftEntry[], key: string) {
    const [before, after] = [labels.get(key) ?? "", labelsOf(next).get(key) ?? ""];
    if (before === after) return;
    const kind = next.find((entry) => entry.key === key)?.kind;
    const count = next.filter((entry) => entry.kind === kind).length;
    setSaid(`${before} is ${after} now, of ${count}.`);
    draft.change(next);
  }

  function move(key: string, by: 1 | -1, target: string) {
    refocus.current = { key, target };
    take(moveEntry(entries, key, by), key);
  }

  function moveFocused(by: 1 | -1) {
    const row = document.activeElement?.closest<HTMLElement>("[data-entry]");
    const key = row?.dataset.entry;
    if (key !== undefined) move(key, by, "[data-row]");
  }

  function add(kind: CriterionKind) {
    const key = crypto.randomUUID();
    refocus.current = { key, target: "textarea" };
    draft.change(addEntry(entries, kind, key));
    setOpen(key);
  }

  function remove(entry: DraftEntry) {
    draft.change(entries.filter(({ key }) => key !== entry.key));
    offerUndo({
      message: `${labels.get(entry.key) ?? ""} is removed.`,
      run: () => draft.putBack(entry, entries.indexOf(entry)),
      endsWithMessage: true,
    });
    list.current?.querySelector<HTMLElement>("[data-row]")?.focus();
  }

  return (
    <div ref={list} className={classes.editor}>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {kindTitles.map(({ kind, title, none }) => {
        const listed = entries.filter((entry) => entry.kind === kind);
        return (
          <section key={kind}>
            <h2 className={classes.title}>
              {title} <span>{listed.length > 0 ? listed.length : null}</span>
            </h2>
            {listed.length === 0 ? <p className={classes.none}>{none}</p> : null}
            <ol className={classes.list}>
              {listed.map((entry, index) => (
                <EntryRow
                  key={entry.key}
                  entry={entry}
                  label={labels.get(entry.key) ?? ""}
                  isOpen={open === entry.key}
                  isFirst={index === 0}
                  isLast={index === listed.length - 1}
                  clash={clashes.find(({ key }) => key === entry.key)}
                  who={who}
                  drag={drag(entry)}
                  onToggle={() => setOpen(open === entry.key ? undefined : entry.key)}
                  onMove={(by) => move(entry.key, by, `[data-step="${by.toString()}"]`)}
                  onChange={(next) => draft.change(changeEntry(entries, next))}
                  onRemove={() => remove(entry)}
                  onSettle={(takes) => draft.settle(entry.key, takes)}
                />
              ))}
            </ol>
            <Button
              className={classes.add}
              variant="default"
              size="compact-md"
              onClick={() => add(kind)}
            >
              Add an {title.toLowerCase()} criterion
            </Button>
          </section>
        );
      })}
    </div>
  );
}
