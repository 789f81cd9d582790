// Whether mail reminds of follow-ups that fall due; the desk itself does so anyway.
import { Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import classes from "./account-screen.module.css";

export function OwnReminders() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.reminders.settings.queryOptions());
  const set = useMutation(
    trpc.reminders.set.mutationOptions({
      onSuccess: (saved) => queryClient.setQueryData(trpc.reminders.settings.queryKey(), saved),
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
    }),
  );
  const byMail = set.isPending ? set.variables.byMail : data?.byMail;
  return (
    <section className={classes.section} aria-labelledby="own-reminders">
      <h2 className={classes.title} id="own-reminders">
        Reminders
      </h2>
      <Switch
        label="Remind me by mail of follow-ups that fall due"
        checked={byMail ?? true}
        disabled={byMail === undefined}
        onChange={(event) => set.mutate({ byMail: event.currentTarget.checked })}
      />
      <p className={classes.hint}>
        One mail for all that fell due within a quarter of an hour, with numbers and links alone.
        Yours, and those of your sites that nobody owns.
      </p>
    </section>
  );
}
