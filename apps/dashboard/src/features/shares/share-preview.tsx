// Exactly what the recipient will read: built from what will be sealed, not from the form.
import type { SharePayload } from "@studydesk/sealing/share-payload";
import { NoteText } from "../../components/note-text";
import classes from "./share-form.module.css";

interface Props {
  payload: SharePayload;
  takesReplies: boolean;
}

export function SharePreview({ payload, takesReplies }: Props) {
  return (
    <section className={classes.preview} aria-label="What the recipient sees">
      <p className={classes.previewTitle}>What the recipient sees</p>
      <p className={classes.previewHeading}>{headingOf(payload)}</p>
      {payload.about ? (
        <dl className={classes.facts}>
          {payload.about.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd dir="auto">{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {payload.notes.map((note, index) => (
        <div key={`${index + 1} ${note.writtenAt}`} className={classes.previewNote}>
          {note.quote ? (
            <figure className={classes.quote}>
              <blockquote dir="auto">{note.quote.text}</blockquote>
              <figcaption>From {note.quote.source}</figcaption>
            </figure>
          ) : null}
          <NoteText className={classes.previewText} text={note.text} />
          <p className={classes.quiet}>Written {writtenWords(note.writtenAt)}</p>
        </div>
      ))}
      {takesReplies ? (
        <p className={classes.quiet}>Below it, a field to write back to you.</p>
      ) : null}
    </section>
  );
}

function headingOf({ notes, authorName }: SharePayload): string {
  const what = notes.length === 1 ? "Note" : `${notes.length} notes`;
  return authorName ? `${what} from ${authorName}` : `${what} shared with you`;
}

/** As the reader page says it. */
function writtenWords(at: string): string {
  const form = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
  return form.format(new Date(at));
}
