// Where a note is typed, new or edited.
import { Textarea } from "@mantine/core";
import type { RefObject } from "react";
import { formKeys } from "../../lib/form-keys";

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder?: string;
  text: string;
  problem: string | undefined;
  onType: (text: string) => void;
  onSend: () => void;
  onClose: () => void;
}

export function NoteField({ field, text, problem, onType, onSend, onClose, ...words }: Props) {
  return (
    <Textarea
      {...words}
      ref={field}
      description="Only you can see it."
      autosize
      minRows={2}
      maxRows={14}
      value={text}
      error={problem}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={formKeys({ send: onSend, close: onClose })}
    />
  );
}
