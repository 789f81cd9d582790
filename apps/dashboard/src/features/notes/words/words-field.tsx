// The whole text a note is to be about a part of: what is selected in it is what is chosen, by keyboard too.
import { Textarea } from "@mantine/core";
import { maxExactLength, type TextRange } from "@studydesk/anchors/text-anchor";
import { useEffect, useRef } from "react";

interface Props {
  text: string;
  isTooLong: boolean;
  takesFocus: boolean;
  onChoose: (range: TextRange) => void;
}

export function WordsField({ text, isTooLong, takesFocus, onChoose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    if (!current) return;
    current.setSelectionRange(0, 0);
    // Not `readOnly`: some browsers let no keyboard select in such a field.
    const refuse = (event: Event) => event.preventDefault();
    current.addEventListener("beforeinput", refuse);
    return () => current.removeEventListener("beforeinput", refuse);
  }, []);
  const choose = ({ selectionStart: start, selectionEnd: end }: HTMLTextAreaElement) =>
    onChoose(text.slice(start, end).trim() === "" ? widest(text) : { start, end });
  const most = maxExactLength.toLocaleString();
  return (
    <Textarea
      ref={field}
      data-autofocus={takesFocus || undefined}
      label="The words it is about"
      description={
        text.length > maxExactLength
          ? `Select some of them, up to ${most} characters.`
          : "Select some of them, or leave it at all."
      }
      aria-readonly
      inputMode="none"
      spellCheck={false}
      dir="auto"
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      error={isTooLong ? `Select up to ${most} characters.` : undefined}
      // What an input method composes cannot be refused: the text stays as it is.
      onChange={() => undefined}
      onSelect={({ currentTarget }) => choose(currentTarget)}
      onKeyUp={({ currentTarget }) => choose(currentTarget)}
      onBlur={({ currentTarget }) => choose(currentTarget)}
    />
  );
}

/** What is chosen until something is: all of it, or nothing of what no note can be about as a whole. */
export function widest(text: string): TextRange {
  return { start: 0, end: text.length > maxExactLength ? 0 : text.length };
}
