// One criterion of a draft, open for editing: what is asked, what answers it, what it says, and a trial.
import { Button, Textarea, TextInput } from "@mantine/core";
import { type AskCost, askCostLabels, askCosts } from "@studydesk/domain/screening/answer-rule";
import { criterionKinds } from "@studydesk/domain/studies/criteria";
import { useEffect, useRef, useState } from "react";
import { PillRadios } from "../../components/pill-radios";
import { childrenToText, textToChildren } from "./children-text";
import { DoubtNote } from "./doubt-note";
import type { DraftEntry } from "./draft-entries";
import classes from "./entry-form.module.css";
import { problemOf } from "./entry-problem";
import { RuleFields } from "./rule-fields";
import { TryOut } from "./try-out";

interface Props {
  entry: DraftEntry;
  label: string;
  onChange: (entry: DraftEntry) => void;
  onRemove: () => void;
}

const kindLabels = { inclusion: "Inclusion", exclusion: "Exclusion" } as const;

export function EntryForm({ entry, label, onChange, onRemove }: Props) {
  const problem = problemOf(entry);
  const { kind, rule, cost, doubt } = entry;
  const isInDoubt = doubt !== null;
  const firstField = useRef<HTMLTextAreaElement>(null);
  // Settled: the button went with the note, and Tab goes on from the first field.
  useEffect(() => {
    if (!isInDoubt) return;
    return () => {
      if (document.activeElement === document.body) {
        firstField.current?.focus({ preventScroll: true });
      }
    };
  }, [isInDoubt]);
  const said = (at: "text" | "rule" | "else") =>
    problem?.at === at ? problem.sentence : undefined;
  return (
    <div className={classes.form}>
      {doubt ? (
        <DoubtNote doubt={doubt}>
          <div className={classes.settle}>
            <span>Set the answer below as the study means it, then say so.</span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChange({ ...entry, doubt: null })}
            >
              It is settled
            </Button>
          </div>
        </DoubtNote>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.fields}>
          <Textarea
            ref={firstField}
            label="Question on the phone"
            description="In words that can be read aloud. Left empty, the text itself is asked."
            placeholder="Has a doctor told you …"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={1000}
            error={said("else")}
            value={entry.wording ?? ""}
            onChange={(event) => onChange({ ...entry, wording: event.currentTarget.value || null })}
          />
          <RuleFields
            kind={kind}
            rule={rule}
            problem={said("rule")}
            onChange={(next) => onChange({ ...entry, rule: next })}
          />
          <PillRadios<AskCost>
            legend="How it is found out"
            values={askCosts}
            labels={askCostLabels}
            value={cost}
            onChange={(next) => onChange({ ...entry, cost: next })}
          />
          <TryOut key={rule.kind} kind={kind} rule={rule} />
        </div>
        <div className={classes.fields}>
          <PillRadios
            legend="Kind"
            values={criterionKinds}
            labels={kindLabels}
            value={kind}
            onChange={(next) => onChange({ ...entry, kind: next })}
          />
          <Textarea
            label="Text"
            description="As the study’s protocol has it. Whoever changes it has it asked again."
            autosize
            minRows={2}
            maxRows={14}
            maxLength={8000}
            error={said("text")}
            value={entry.text}
            onChange={(event) => onChange({ ...entry, text: event.currentTarget.value })}
          />
          <ChildrenField entry={entry} onChange={onChange} />
          <TextInput
            label="Under the heading"
            maxLength={400}
            value={entry.heading ?? ""}
            onChange={(event) => onChange({ ...entry, heading: event.currentTarget.value || null })}
          />
          <Button className={classes.remove} size="compact-sm" variant="subtle" onClick={onRemove}>
            Remove {label}
          </Button>
        </div>
      </div>
    </div>
  );
}

function ChildrenField({ entry, onChange }: Pick<Props, "entry" | "onChange">) {
  // As typed, for as long as it reads as what the criterion has: theirs may have been taken meanwhile.
  const [typed, setTyped] = useState("");
  const isTyped = JSON.stringify(textToChildren(typed)) === JSON.stringify(entry.children);
  const text = isTyped ? typed : childrenToText(entry.children);
  return (
    <Textarea
      label="Points below it"
      description="One to a line, “- ” before each; two spaces more put it below another."
      autosize
      minRows={1}
      maxRows={14}
      value={text}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange({ ...entry, children: textToChildren(event.currentTarget.value) });
      }}
    />
  );
}
