// The form of an invitation: a name and a new password, or the password of an account that is there.
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { passwordMinLength } from "@studydesk/domain/people/password-policy";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { errorSentence, refusalOf } from "../../lib/error-sentence";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import { signIn } from "./auth-requests";
import classes from "./door-page.module.css";

interface Props {
  token: string;
  invitation: RouterOutputs["people"]["readInvitation"];
}

export function AcceptInvitation({ token, invitation }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const accept = useMutation(
    trpc.people.acceptInvitation.mutationOptions({
      async onSuccess({ email }) {
        // Should this be refused, the desk asks for the password again by itself.
        await signIn(email, password);
        queryClient.clear();
        await navigate({ to: "/", replace: true });
      },
    }),
  );
  const sentence = accept.error ? errorSentence(accept.error) : undefined;
  const isAboutName = refusalOf(accept.error)?.reason === "name_missing";

  function submit(event: FormEvent) {
    event.preventDefault();
    accept.mutate({ token, name, password });
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
      {invitation.hasAccount ? (
        <p>You have an account already. Type its password to add this site to it.</p>
      ) : (
        <TextInput
          label="Your name"
          description="As your team knows you; it stands beside what you do."
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isAboutName ? sentence : undefined}
          maxLength={120}
          required
          withAsterisk={false}
        />
      )}
      <PasswordInput
        label={invitation.hasAccount ? "Your password" : "Choose a password"}
        description={
          invitation.hasAccount
            ? undefined
            : `At least ${passwordMinLength.toString()} characters: a few words that do not belong together are easy to keep in mind.`
        }
        autoComplete={invitation.hasAccount ? "current-password" : "new-password"}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isAboutName ? undefined : sentence}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
      />
      <Button type="submit" size="md" fullWidth loading={accept.isPending}>
        {invitation.hasAccount ? "Add the site to my account" : "Make my account"}
      </Button>
    </form>
  );
}
