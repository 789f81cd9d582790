// On a lead or a study: asking somebody outside for a note about it, and what was asked for so far.
import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useState } from "react";
import classes from "../shares-list.module.css";
import { AskDialog } from "./ask-dialog";
import { RequestsList } from "./requests-list";

interface Props {
  home: NoteHome;
  canAsk: boolean;
}

export function HomeRequests({ home, canAsk }: Props) {
  const [isAsking, setAsking] = useState(false);
  return (
    <section className={classes.shares} aria-label="Notes asked for">
      {canAsk ? (
        <>
          <h2 className={classes.title}>Ask for a note</h2>
          <p className={classes.quiet}>
            A link by which somebody outside, such as a referring doctor, writes a sealed note to
            you.
          </p>
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
            Ask for a note
          </Button>
        </>
      ) : null}
      <RequestsList home={home} />
      <AskDialog home={home} isOpen={isAsking} onClose={() => setAsking(false)} />
    </section>
  );
}
