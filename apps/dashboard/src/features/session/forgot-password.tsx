// Asks for a link by mail. The answer is the same whether the address has an account or not.
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { ErrorNote } from "../../components/states";
import { setScreenTitle } from "../../lib/screen-title";
import { useTRPC } from "../../lib/trpc";
import { DoorPage } from "./door-page";
import classes from "./door-page.module.css";

export function ForgotPassword() {
  const trpc = useTRPC();
  const installation = useQuery(trpc.people.installation.queryOptions());
  const ask = useMutation(trpc.people.askPasswordReset.mutationOptions());
  const [email, setEmail] = useState("");
  useEffect(() => {
    setScreenTitle("Forgot your password? – Studydesk");
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate({ email });
  }

  if (installation.data && !installation.data.sendsMail) {
    return (
      <DoorPage title="Forgot your password?">
        <p>
          This desk sends no mail, so it cannot send you a link. Ask whoever runs its server: they
          make one with <code>pnpm studydesk reset-password</code> and your address.
        </p>
        <BackToSignIn />
      </DoorPage>
    );
  }
  if (ask.isSuccess) {
    return (
      <DoorPage title="Look into your mailbox">
        <p role="status">
          If this address has an account here, a link is on its way to it. It works once, for one
          hour.
        </p>
        <p className={classes.foot}>
          Nothing there after some minutes? Look among the junk, check the address, or ask an admin
          of your site which one you were invited with.
        </p>
        <BackToSignIn />
      </DoorPage>
    );
  }
  return (
    <DoorPage title="Forgot your password?" lead="You get a link by mail, and choose a new one.">
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          type="email"
          name="email"
          label="E-mail"
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {ask.error ? <ErrorNote error={ask.error} /> : null}
        <Button type="submit" size="md" fullWidth loading={ask.isPending}>
          Send me a link
        </Button>
      </form>
      <BackToSignIn />
    </DoorPage>
  );
}

function BackToSignIn() {
  return (
    <p className={classes.foot}>
      <a href="/desk/">Back to the sign-in</a>
    </p>
  );
}
