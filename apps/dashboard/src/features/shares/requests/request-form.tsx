// What somebody outside is asked for, by whom, for how long and how often. Nothing tells them who it is about but
// the author's own words.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { NoteText } from "../../../components/note-text";
import formClasses from "../share-form.module.css";
import type { RequestChoices } from "./use-make-request";

interface Props {
  authorName: string;
  isWorking: boolean;
  problem: string | undefined;
  onMake: (choices: RequestChoices) => void;
  onCancel: () => void;
}

const dayChoices = [1, 3, 7, 14, 30];
const noteChoices = [1, 2, 3, 5, 10];

export function RequestForm({ authorName, isWorking, problem, onMake, onCancel }: Props) {
  const [text, setText] = useState("");
  const [isNamed, setIsNamed] = useState(true);
  const [label, setLabel] = useState("");
  const [days, setDays] = useState(14);
  const [notes, setNotes] = useState(3);
  const asked = text.trim();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isWorking || asked === "") return;
    const from = isNamed ? authorName : undefined;
    onMake({ text: asked, from, label: label.trim(), expiresInDays: days, maxNotes: notes });
  }

  return (
    <form className={formClasses.form} onSubmit={submit} aria-busy={isWorking}>
      <Textarea
        label="What do you ask for?"
        description="They read it as it stands here. Do not say who it is about: they know whom you mean, or you tell them by another way."
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={8000}
        dir="auto"
        data-autofocus
        required
        withAsterisk={false}
      />
      <Checkbox
        label={`Say that it is from me, ${authorName}`}
        checked={isNamed}
        onChange={(event) => setIsNamed(event.currentTarget.checked)}
      />
      <section className={formClasses.preview} aria-label="What they see">
        <p className={formClasses.previewTitle}>What they see</p>
        <p className={formClasses.previewHeading}>
          {isNamed ? `${authorName} asks you for a note` : "You are asked for a note"}
        </p>
        {asked === "" ? null : <NoteText className={formClasses.previewText} text={asked} />}
        <p className={formClasses.quiet}>
          Below it, a field for their note of up to 8 kB, and one for their name if they want.
        </p>
      </section>
      <div className={formClasses.pair}>
        <NativeSelect
          label="Open for"
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={dayChoices.map((count) => ({
            value: String(count),
            label: count === 1 ? "1 day" : `${count} days`,
          }))}
        />
        <NativeSelect
          label="Takes"
          value={String(notes)}
          onChange={(event) => setNotes(Number(event.currentTarget.value))}
          data={noteChoices.map((count) => ({
            value: String(count),
            label: count === 1 ? "1 note" : `up to ${count} notes`,
          }))}
        />
      </div>
      <TextInput
        label="Label"
        description="For your list, such as whom you ask. Only you see it."
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
      />
      <p className={formClasses.problem} role="alert">
        {problem}
      </p>
      <div className={formClasses.buttons}>
        <span className={formClasses.quiet} role="status">
          {isWorking ? "Sealing it on this device…" : ""}
        </span>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={isWorking} disabled={asked === ""}>
          Seal and make the link
        </Button>
      </div>
    </form>
  );
}
