// Exactly what the recipient will read: built from what will be sealed, not from the form.
import type { SharePayload } from "@studydesk/sealing/share-payload";
import classes from "./share-form.module.css";

export function SharePreview({ payload }: { payload: SharePayload }) {
  return (
    <section className={classes.preview} aria-label="What the recipient sees">
      <p className={classes.previewTitle}>What the recipient sees</p>
      <p className={classes.previewHeading}>
        {payload.authorName ? `Note from ${payload.authorName}` : "Note shared with you"}
      </p>
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
      {payload.notes.map((note) => (
        <div key={note.writtenAt}>
          <p className={classes.previewText} dir="auto">
            {note.text}
          </p>
          <p className={classes.quiet}>Written {writtenWords(note.writtenAt)}</p>
        </div>
      ))}
    </section>
  );
}

/** As the reader page says it. */
function writtenWords(at: string): string {
  const form = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
  return form.format(new Date(at));
}
