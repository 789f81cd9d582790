// What the law lets a person ask for, on their lead: at present to be erased. Shown to admins of the site.
import { Button } from "@mantine/core";
import { useState } from "react";
import classes from "./data-rights.module.css";
import { EraseDialog } from "./erase-dialog";

export function DataRights({ leadId }: { leadId: number }) {
  const [isErasing, setErasing] = useState(false);
  return (
    <section className={classes.part} aria-labelledby="data-rights">
      <h2 id="data-rights" className={classes.title}>
        The person’s data
      </h2>
      <p className={classes.quiet}>
        For a person who asks for it by letter, phone or mail. On their own status page they can do
        it themselves.
      </p>
      <div className={classes.buttons}>
        <Button variant="default" size="xs" onClick={() => setErasing(true)}>
          Erase this person…
        </Button>
      </div>
      {isErasing ? <EraseDialog leadId={leadId} onClose={() => setErasing(false)} /> : null}
    </section>
  );
}
