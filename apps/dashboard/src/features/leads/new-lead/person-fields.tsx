// Who the person is, and how to reach them.
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { sourcesByHand } from "@studydesk/domain/leads/add-lead-input";
import { languageName, spokenLanguages } from "@studydesk/domain/leads/languages";
import type { ChangeEvent } from "react";
import { sourceLabels } from "../../../lib/fact-words";
import classes from "./new-lead.module.css";
import type { NewLeadDraft, NewLeadProblems } from "./new-lead-draft";

interface Props {
  draft: NewLeadDraft;
  problems: NewLeadProblems;
  onDraft: (change: Partial<NewLeadDraft>) => void;
}

const languages = [
  { value: "", label: "Not said" },
  ...spokenLanguages
    .map(({ tag }) => ({ value: tag, label: languageName(tag) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en")),
];
const sources = sourcesByHand.map((value) => ({ value, label: sourceLabels[value] }));

export function PersonFields({ draft, problems, onDraft }: Props) {
  const field = (name: "firstName" | "lastName" | "phone" | "email" | "message") => ({
    value: draft[name],
    error: problems[name],
    dir: "auto",
    autoComplete: "off",
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onDraft({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes.fields}>
      <TextInput
        label="First name"
        required
        data-autofocus
        maxLength={100}
        {...field("firstName")}
      />
      <TextInput label="Last name" required maxLength={100} {...field("lastName")} />
      <TextInput
        label="Phone"
        inputMode="tel"
        maxLength={50}
        description={problems.phone ? undefined : "This or an e-mail address"}
        inputWrapperOrder={["label", "input", "error", "description"]}
        {...field("phone")}
      />
      <TextInput
        label="E-mail"
        type="email"
        inputMode="email"
        maxLength={254}
        {...field("email")}
      />
      <NativeSelect
        label="Language"
        data={languages}
        value={draft.language}
        error={problems.language}
        onChange={(event) => onDraft({ language: event.currentTarget.value })}
      />
      <NativeSelect
        label="Came by"
        data={sources}
        value={draft.source}
        onChange={({ currentTarget: { value } }) => {
          const source = sourcesByHand.find((each) => each === value);
          if (source) onDraft({ source });
        }}
      />
      <Textarea
        className={classes.whole}
        label="What the person said"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        {...field("message")}
      />
    </div>
  );
}
