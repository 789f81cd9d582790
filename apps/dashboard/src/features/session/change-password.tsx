// A new password, against the current one; every other session ends with the change.
import { Button, PasswordInput } from "@mantine/core";
import { passwordMinLength } from "@studydesk/domain/people/password-policy";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { errorSentence, refusalOf } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import classes from "./account-screen.module.css";

export function ChangePassword() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [wanted, setWanted] = useState("");
  const change = useMutation(
    trpc.people.changePassword.mutationOptions({
      onSuccess({ revoked }) {
        setCurrent("");
        setWanted("");
        const others =
          revoked === 0 ? "" : ` Your ${revoked.toString()} other sessions are signed out.`;
        showToast(`Your password is changed.${others}`);
        void queryClient.invalidateQueries(trpc.people.sessions.list.queryFilter());
      },
    }),
  );
  const isCurrentWrong = refusalOf(change.error)?.reason === "wrong_password";
  const sentence = change.error ? errorSentence(change.error) : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate({ currentPassword: current, newPassword: wanted });
  }

  return (
    <section className={classes.section} aria-labelledby="password">
      <h2 id="password" className={classes.title}>
        Password
      </h2>
      <p className={classes.hint}>Changing it signs you out everywhere else.</p>
      <form className={classes.form} onSubmit={submit}>
        {/* For password managers, which keep the two together. */}
        <input type="hidden" name="username" autoComplete="username" value={me.email} />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={isCurrentWrong ? sentence : undefined}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the current password" }}
        />
        <PasswordInput
          label="New password"
          description={`At least ${passwordMinLength.toString()} characters: a few words that do not belong together are easy to keep in mind.`}
          autoComplete="new-password"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          error={isCurrentWrong ? undefined : sentence}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the new password" }}
        />
        <Button type="submit" loading={change.isPending}>
          Change the password
        </Button>
      </form>
    </section>
  );
}
