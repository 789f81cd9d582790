// A text in one short line, to tell it from others.
import { readNoteText } from "@studydesk/domain/notes/read-note-text";

const mostCharacters = 60;

export function firstWords(text: string): string {
  const line = text.trim().split(/\s+/).join(" ");
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters - 3)}…` : line;
}

/** Of a note: without its stars and dashes, for nothing is bold in a single line. */
export function firstWordsOfNote(body: string): string {
  const lines = readNoteText(body).flatMap((block) =>
    block.kind === "list" ? block.items : block.lines,
  );
  return firstWords(lines.map((spans) => spans.map(({ text }) => text).join("")).join(" "));
}
