// Choosing a new password by the link of a mail. All screens that were signed in are signed out by it; signing
// in with it is the next step, with a code where there is a second factor.
import { Button, PasswordInput } from "@mantine/core";
import { passwordMinLength } from "@studydesk/domain/people/password-policy";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { ErrorNote } from "../../components/states";
import { errorSentence, refusalOf } from "../../lib/error-sentence";
import { setScreenTitle } from "../../lib/screen-title";
import { useTRPC } from "../../lib/trpc";
import { useLinkToken } from "../../lib/use-link-token";
import { DoorPage } from "./door-page";
import classes from "./door-page.module.css";

export function NewPassword() {
  const trpc = useTRPC();
  const token = useLinkToken();
  const { mutate: read, ...reading } = useMutation(trpc.people.readPasswordReset.mutationOptions());
  const set = useMutation(trpc.people.setNewPassword.mutationOptions());
  useEffect(() => {
    setScreenTitle("New password – Studydesk");
    if (token !== "") read({ token });
  }, [token, read]);

  if (set.isSuccess) {
    return (
      <DoorPage title="Your password is changed">
        <p role="status">Every screen where you were signed in is signed out.</p>
        <Button component="a" href="/desk/" size="md">
          Sign in
        </Button>
      </DoorPage>
    );
  }
  if (token === "" || reading.error || refusalOf(set.error)?.reason === "reset_not_valid") {
    return (
      <DoorPage title="New password">
        {token === "" ? (
          <p>This address is not complete. Open the link of the mail once more, all of it.</p>
        ) : (
          <ErrorNote error={reading.error ?? set.error} />
        )}
        <p className={classes.foot}>
          <a href="/desk/forgot">Ask for a new link</a>
        </p>
      </DoorPage>
    );
  }
  if (!reading.data) return <DoorPage title="New password" lead="One moment…" children={null} />;
  return (
    <DoorPage title="Choose a new password" lead={`For ${reading.data.email}.`}>
      <Form
        email={reading.data.email}
        isPending={set.isPending}
        error={set.error}
        onPassword={(password) => set.mutate({ token, password })}
      />
    </DoorPage>
  );
}

interface FormProps {
  email: string;
  isPending: boolean;
  error: unknown;
  onPassword: (password: string) => void;
}

function Form({ email, isPending, error, onPassword }: FormProps) {
  const [password, setPassword] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    onPassword(password);
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordInput
        label="New password"
        description={`At least ${passwordMinLength.toString()} characters: a few words that do not belong together are easy to keep in mind.`}
        autoComplete="new-password"
        required
        withAsterisk={false}
        autoFocus
        value={password}
        error={error ? errorSentence(error) : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
      />
      <Button type="submit" size="md" fullWidth loading={isPending}>
        Change the password
      </Button>
    </form>
  );
}
