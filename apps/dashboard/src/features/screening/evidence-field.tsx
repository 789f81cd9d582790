// What speaks for an answer: the person's words, what stands in a record or note. Kept with every key.
import { Textarea } from "@mantine/core";
import { evidenceSourceLabels, evidenceSources } from "@studydesk/domain/screening/answer";
import type { KeyboardEvent, RefObject } from "react";
import { KeyHint } from "../../components/key-hint";
import { PillRadios } from "../../components/pill-radios";
import classes from "./evidence-field.module.css";
import type { LineDraft } from "./line-drafts";
import type { ShownLine } from "./shown-lines";

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  line: ShownLine;
  isDisabled: boolean;
  onEdit: (edit: Pick<LineDraft, "evidence" | "source">) => void;
  onRest: () => void;
  onLeave: (goesOn: boolean) => void;
}

export function EvidenceField({ field, line, isDisabled, onEdit, onRest, onLeave }: Props) {
  const { evidence, source, criterion, shown } = line;
  if (isDisabled && evidence === "") return null;

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.shiftKey) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    onRest();
    onLeave(event.key === "Enter");
  }

  return (
    <div className={classes.evidence}>
      <Textarea
        ref={field}
        label={`Evidence for ${criterion.label}`}
        placeholder="What was said, or where it stands"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={2000}
        value={evidence}
        readOnly={isDisabled}
        rightSection={isDisabled ? undefined : <KeyHint keys="v" />}
        {...(evidence !== "" && !shown
          ? { description: "Kept here; saved together with the answer." }
          : {})}
        onChange={(event) => onEdit({ evidence: event.currentTarget.value })}
        onKeyDown={press}
        onBlur={onRest}
      />
      {evidence === "" || isDisabled ? null : (
        <PillRadios
          legend="Where it comes from"
          values={evidenceSources}
          labels={evidenceSourceLabels}
          value={source ?? "said"}
          onChange={(next) => onEdit({ source: next })}
        />
      )}
    </div>
  );
}
