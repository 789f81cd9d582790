// One question with its answer, and its place among the others.
import { Button, Textarea, TextInput } from "@mantine/core";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { setIn } from "../../lib/language-words";
import classes from "./faqs-editor.module.css";
import type { FaqEntry } from "./use-faqs-draft";

interface Props {
  entry: FaqEntry;
  number: number;
  language: PublicLanguage;
  isFirst: boolean;
  isLast: boolean;
  onChange: (entry: FaqEntry) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function FaqFields({ entry, number, language, onChange, onMove, onRemove, ...at }: Props) {
  const inLanguage = setIn(language);
  return (
    <li className={classes.entry}>
      <TextInput
        label={`Question ${number}`}
        maxLength={200}
        {...inLanguage}
        value={entry.question}
        onChange={(event) => onChange({ ...entry, question: event.currentTarget.value })}
      />
      <Textarea
        label={`Answer ${number}`}
        maxLength={3000}
        autosize
        minRows={2}
        maxRows={14}
        {...inLanguage}
        value={entry.answer}
        onChange={(event) => onChange({ ...entry, answer: event.currentTarget.value })}
      />
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={at.isFirst}
          aria-label={`Move question ${number} up`}
          onClick={() => onMove(-1)}
        >
          Up
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={at.isLast}
          aria-label={`Move question ${number} down`}
          onClick={() => onMove(1)}
        >
          Down
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`Remove question ${number}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}
