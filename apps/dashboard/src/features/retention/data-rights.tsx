// What the law lets a person ask for, on their lead: a copy of what is held, and to be erased. Shown to admins of the site.
import { Button } from "@mantine/core";
import type { PersonFileForm } from "@studydesk/domain/retention/person-file-forms";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNote } from "../../components/states";
import { saveText } from "../../lib/save-text";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import classes from "./data-rights.module.css";
import { EraseDialog } from "./erase-dialog";

const forms: readonly { form: PersonFileForm; name: string }[] = [
  { form: "html", name: "Copy to read (HTML)" },
  { form: "json", name: "Copy for a machine (JSON)" },
];

export function DataRights({ leadId }: { leadId: number }) {
  const trpc = useTRPC();
  const [isErasing, setErasing] = useState(false);
  const copying = useMutation(
    trpc.retention.copy.mutationOptions({
      onSuccess: (file) => {
        saveText(file);
        showToast("The copy was saved. Read it through before you hand it out.");
      },
    }),
  );
  return (
    <section className={classes.part} aria-labelledby="data-rights">
      <h2 id="data-rights" className={classes.title}>
        The person’s data
      </h2>
      <p className={classes.quiet}>
        For a person who asks by letter, phone or mail; on their own status page they can do it
        themselves. A copy holds what the team wrote about them, which may name other people.
        Private notes are not in it: ask the authors whether they keep any.
      </p>
      <div className={classes.buttons}>
        {forms.map(({ form, name }) => (
          <Button
            key={form}
            variant="default"
            size="xs"
            loading={copying.isPending && copying.variables.form === form}
            onClick={() => copying.mutate({ leadId, form })}
          >
            {name}
          </Button>
        ))}
        <Button variant="default" size="xs" onClick={() => setErasing(true)}>
          Erase this person…
        </Button>
      </div>
      {copying.error ? <ErrorNote error={copying.error} /> : null}
      {isErasing ? <EraseDialog leadId={leadId} onClose={() => setErasing(false)} /> : null}
    </section>
  );
}
