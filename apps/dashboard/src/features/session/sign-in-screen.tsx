// The door: e-mail and password, then a code where the account has a second factor. What is refused is said
// in the server's words.
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { setScreenTitle } from "../../lib/screen-title";
import { signIn } from "./auth-requests";
import { DoorPage } from "./door-page";
import classes from "./door-page.module.css";
import { SignInCode } from "./sign-in-code";

interface Props {
  /** The session ended while the desk was open. */
  wasSignedIn?: boolean;
  onSignedIn: () => void;
}

export function SignInScreen({ wasSignedIn = false, onSignedIn }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  /** The password was right, and the code is asked for. */
  const [known, setKnown] = useState<{ email: string; password: string }>();
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setScreenTitle("Sign in – Studydesk");
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = { email: textOf(form, "email"), password: textOf(form, "password") };
    setBusy(true);
    setRefusal(undefined);
    const answer = await signIn(typed.email, typed.password);
    setBusy(false);
    if (answer.ok) onSignedIn();
    else if (answer.reason === "code_needed") setKnown(typed);
    else {
      setRefusal(answer.sentence);
      password.current?.select();
    }
  }

  if (known) {
    return <SignInCode {...known} onSignedIn={onSignedIn} onBack={() => setKnown(undefined)} />;
  }
  return (
    <DoorPage
      title="Sign in"
      lead={
        wasSignedIn
          ? "You are signed out. Sign in, and you are back where you were; what you had typed is still there."
          : undefined
      }
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
        />
        <PasswordInput
          ref={password}
          name="password"
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
        />
        <div role="alert" className={classes.alert}>
          {refusal ? <p className={classes.refusal}>{refusal}</p> : null}
        </div>
        <Button type="submit" loading={isBusy} fullWidth size="md">
          Sign in
        </Button>
      </form>
      <p className={classes.foot}>
        <a href="/desk/forgot">Forgot your password?</a>
      </p>
      <p className={classes.foot}>
        Accounts are by invitation. None yet? Ask an admin of your site for one.
      </p>
    </DoorPage>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
