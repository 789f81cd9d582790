// The fields of a template. Merge fields are put in by a press; below it stands what somebody would read.
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { languageName, spokenLanguages } from "@studydesk/domain/leads/languages";
import {
  type MergeField,
  mergeFieldLabels,
  mergeFields,
  mergeText,
  unknownFieldsSentence,
} from "@studydesk/domain/templates/merge-fields";
import { type FormEvent, useRef, useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote } from "../../components/states";
import classes from "./template-form.module.css";
import type { EditedTemplate, TemplateFields } from "./template-types";
import { useSaveTemplate } from "./use-save-template";

/** Somebody made up, so that the text can be read as it will arrive. */
const sample = {
  firstName: "Amara",
  lastName: "Voss",
  fullName: "Amara Voss",
  studyTitle: "A study of morning walks",
  siteName: "Springfield General",
  siteCity: "Springfield",
  coordinatorName: "Kim Example",
};

const languages = spokenLanguages
  .map(({ tag, ownName }) => ({
    value: tag,
    label: languageName(tag) === ownName ? ownName : `${languageName(tag)} · ${ownName}`,
  }))
  .sort((a, b) => a.label.localeCompare(b.label));

interface Props {
  siteId: number;
  edited: EditedTemplate;
  onClose: () => void;
}

export function TemplateForm({ siteId, edited, onClose }: Props) {
  const template = "template" in edited ? edited.template : undefined;
  const [fields, setFields] = useState<TemplateFields>(
    "template" in edited ? edited.template : edited.start,
  );
  const { save, remove, error, isSaving } = useSaveTemplate(siteId, template, onClose);
  const text = useRef<HTMLTextAreaElement>(null);

  function set(change: Partial<TemplateFields>) {
    setFields((before) => ({ ...before, ...change }));
  }

  /** Where the cursor stands in the text. */
  function insert(field: MergeField) {
    const area = text.current;
    const { body } = fields;
    const from = area?.selectionStart ?? body.length;
    const to = area?.selectionEnd ?? from;
    const written = `{${field}}`;
    set({ body: body.slice(0, from) + written + body.slice(to) });
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(from + written.length, from + written.length);
    });
  }

  const { subject, body } = fields;
  const read = { subject: mergeText(subject, sample), body: mergeText(body, sample) };
  const unknown = [...new Set([...read.subject.unknown, ...read.body.unknown])];
  const unknownWords = unknown.length > 0 ? unknownFieldsSentence(unknown) : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!unknownWords) save({ ...fields });
  }

  const asked = { required: true, withAsterisk: false } as const;
  return (
    <form className={dialog.form} onSubmit={submit}>
      <TextInput
        {...asked}
        label="Name"
        description="What it is for. The same name in another language is the same template."
        maxLength={80}
        data-autofocus
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        {...asked}
        label="Language"
        searchable
        data={languages}
        comboboxProps={{ withinPortal: false }}
        value={fields.language || null}
        onChange={(tag) => set({ language: tag ?? "" })}
        nothingFoundMessage="No language of this name"
      />
      <TextInput
        {...asked}
        label="Subject"
        maxLength={200}
        dir="auto"
        value={subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <div>
        <Textarea
          {...asked}
          ref={text}
          label="Text"
          autosize
          minRows={6}
          maxRows={14}
          maxLength={10_000}
          dir="auto"
          value={body}
          onChange={(event) => set({ body: event.currentTarget.value })}
        />
        <fieldset className={classes.fields}>
          <legend>Put in</legend>
          {mergeFields.map((field) => (
            <Button key={field} variant="default" size="compact-sm" onClick={() => insert(field)}>
              {mergeFieldLabels[field]}
            </Button>
          ))}
        </fieldset>
      </div>
      {unknownWords ? (
        <p className={classes.problem} role="alert">
          {unknownWords}
        </p>
      ) : null}
      {body.trim() ? (
        <section className={classes.sample} aria-label="As somebody would read it">
          <h3>As somebody would read it</h3>
          <div className={classes.read} lang={fields.language || undefined} dir="auto">
            <strong>{read.subject.text}</strong>
            <p>{read.body.text}</p>
          </div>
        </section>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className={dialog.buttons}>
        {template ? (
          <Button
            variant="subtle"
            color="var(--bad)"
            onClick={remove}
            className={classes.remove ?? ""}
          >
            Delete it
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isSaving}>
          {template ? "Save" : "Add it"}
        </Button>
      </div>
    </form>
  );
}
