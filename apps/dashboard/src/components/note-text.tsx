// What a note says, with the little markdown that it may hold: as its recipient reads it.
import { type NoteSpan, readNoteText } from "@studydesk/domain/notes/read-note-text";
import { Fragment } from "react";

export function NoteText({ text, className }: { text: string; className?: string | undefined }) {
  return (
    <div className={className}>
      {readNoteText(text).map((block, at) =>
        block.kind === "list" ? (
          <ul key={`${at.toString()} list`}>
            {block.items.map((item, index) => (
              <li key={`${index.toString()} item`} dir="auto">
                {item.map(showSpan)}
              </li>
            ))}
          </ul>
        ) : (
          <p key={`${at.toString()} paragraph`} dir="auto">
            {block.lines.map((line, index) => (
              <Fragment key={`${index.toString()} line`}>
                {index > 0 ? <br /> : null}
                {line.map(showSpan)}
              </Fragment>
            ))}
          </p>
        ),
      )}
    </div>
  );
}

function showSpan({ text, isBold, href }: NoteSpan, index: number) {
  const key = `${index.toString()} span`;
  const words = isBold ? <strong>{text}</strong> : text;
  return href === null ? (
    <Fragment key={key}>{words}</Fragment>
  ) : (
    <a key={key} href={href} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}
