// The field in which one fact is put right, fitting what it holds. Enter saves, Esc restores, Tab saves and
// goes on to the next fact. Buttons do the same for a hand without keys.
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { languageName, spokenLanguages } from "@studydesk/domain/leads/languages";
import { type LeadFactName, leadFactLabels } from "@studydesk/domain/leads/lead-facts";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { sourceLabels, zoneWords } from "../../../lib/fact-words";
import classes from "./fact-field.module.css";
import type { FactEdit } from "./use-fact-edit";

interface Props {
  name: LeadFactName;
  edit: FactEdit;
  takesFocus: boolean;
  /** Opens the fact after (or before) this one; false: there is none. */
  onNext: (step: 1 | -1) => boolean;
  /** Where somebody else wrote to it: to the buttons that decide, in place of saving. */
  onPick: () => void;
}

const choicesOf: Partial<Record<LeadFactName, (current: string) => Choice[]>> = {
  language: languageChoices,
  timeZone: zoneChoices,
  source: sourceChoices,
};

interface Choice {
  value: string;
  label: string;
}

const hints: Partial<Record<LeadFactName, string>> = {
  timeZone: "Guessed from the number until somebody corrects it; quiet hours hang on it.",
  phone: "With the country’s number, such as +1 312 555 0142.",
};

export function FactField({ name, edit, takesFocus, onNext, onPick }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    list.current?.focus();
    field.current?.focus();
    field.current?.select();
  }, [takesFocus]);
  const value = edit.draft?.to ?? "";
  const choices = choicesOf[name]?.(edit.draft?.from ?? "");

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.preventDefault();
      edit.giveUp();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (edit.isCrossed) onPick();
      else edit.save();
    } else if (event.key === "Tab" && !edit.isCrossed) {
      // What is wrong stays open, and the focus goes on as it would.
      if (edit.save() && onNext(event.shiftKey ? -1 : 1)) event.preventDefault();
    }
  }

  const shared = {
    "aria-label": leadFactLabels[name],
    value,
    error: edit.problem,
    description: hints[name],
    inputWrapperOrder: ["input", "error", "description"] as ("input" | "error" | "description")[],
    onKeyDown,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      edit.type(event.currentTarget.value),
    classNames: { root: classes.field ?? "" },
  };
  return (
    <div className={classes.edit}>
      {choices ? (
        <NativeSelect {...shared} ref={list} data={choices} />
      ) : (
        <TextInput
          {...shared}
          ref={field}
          dir="auto"
          inputMode={name === "phone" ? "tel" : name === "birthYear" ? "numeric" : "text"}
          autoComplete="off"
          maxLength={320}
          readOnly={edit.isSaving}
        />
      )}
      <div className={classes.buttons} hidden={edit.isCrossed}>
        <Button size="compact-sm" tabIndex={-1} loading={edit.isSaving} onClick={() => edit.save()}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" tabIndex={-1} onClick={edit.giveUp}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function languageChoices(current: string): Choice[] {
  const tags = new Set(spokenLanguages.map(({ tag }) => tag));
  if (current !== "") tags.add(current);
  const named = [...tags].map((value) => ({ value, label: languageName(value) }));
  return [
    { value: "", label: "Not said" },
    ...named.sort((a, b) => a.label.localeCompare(b.label, "en")),
  ];
}

/** Nobody says by hand that a lead came in a file. */
function sourceChoices(current: string): Choice[] {
  return leadSources
    .filter((value) => value !== "import" || value === current)
    .map((value) => ({ value, label: sourceLabels[value] }));
}

function zoneChoices(current: string): Choice[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
  if (current !== "") zones.add(current);
  return [...zones]
    .map((value) => ({ value, label: zoneWords(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"))
    .sort((a, b) => Number(b.value === current) - Number(a.value === current));
}
