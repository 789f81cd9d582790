// Among one's own notes on a lead: the copies that lie beside its review, which the site's investigators read,
// with the way to take them back until somebody decided.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";
import { AttachedNoteText } from "./attached-notes";
import classes from "./attached-notes.module.css";
import { useAttachNote } from "./use-attach-note";

export function OwnAttachedNotes({ leadId }: { leadId: number }) {
  const { detach } = useAttachNote(leadId);
  const { data: notes = [] } = useQuery(useTRPC().reviews.ownNotes.queryOptions({ leadId }));
  if (notes.length === 0) return null;
  return (
    <section className={classes.own} aria-labelledby="beside-review">
      <h2 id="beside-review" className={classes.title}>
        Beside the review
      </h2>
      <p className={classes.by}>
        Copies of your notes. The investigators of this site read them with the candidate; your
        notes themselves stay yours alone.
      </p>
      <ul className={classes.notes}>
        {notes.map(({ id, content, isOpen }) => (
          <li key={id} className={classes.note}>
            <AttachedNoteText content={content} />
            {isOpen ? (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={detach.isPending && detach.variables.attachedId === id}
                onClick={() => detach.mutate({ attachedId: id })}
              >
                Take back
              </Button>
            ) : (
              <p className={classes.by}>Decided with it: the copy stays.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
