// What reading a record left beside the criteria: text kept as notes with its place, and everything
// that was not understood or is not shown. Nothing is dropped in silence, so this is never hidden.
import type { CriteriaNote, CriteriaNoteKind } from "@studydesk/domain/studies/criteria";
import classes from "./reading-notes.module.css";
import type { ImportedStudy } from "./study-types";

const noteWords: Readonly<Record<CriteriaNoteKind, string>> = {
  outside_lists: "Text outside the lists",
  heading_without_items: "Heading with nothing below it",
  page_footer: "Page footer",
  stray_mark: "Stray mark",
};

export function ReadingNotes({ study }: { study: Pick<ImportedStudy, "criteria" | "leftovers"> }) {
  const { notes } = study.criteria;
  return (
    <>
      <section>
        <h2 className={classes.title}>Kept as notes</h2>
        {notes.length === 0 ? (
          <p className={classes.none}>All of the eligibility text became criteria.</p>
        ) : (
          <ul className={classes.notes}>
            {notes.map((note) => (
              <li key={`${note.line.toString()} ${note.text}`}>
                <p>{note.text}</p>
                <span className={classes.place}>{placeOf(note)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 className={classes.title}>Not understood or not shown</h2>
        {study.leftovers.length === 0 ? (
          <p className={classes.none}>Nothing: every part of the record is shown.</p>
        ) : (
          <ul className={classes.leftovers}>
            {study.leftovers.map((leftover) => (
              <li key={leftover}>{leftover}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function placeOf(note: CriteriaNote): string {
  const where = note.after ? `after ${note.after}` : note.section;
  return [noteWords[note.kind], `line ${note.line}`, ...(where ? [where] : [])].join(" · ");
}
