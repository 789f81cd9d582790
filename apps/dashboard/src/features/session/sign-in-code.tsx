// The second step at the door. The password stays in this tab's memory until the code is right; nobody is
// signed in before that.
import { Button } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { CodeField } from "../../components/code-field";
import { signIn } from "./auth-requests";
import { DoorPage } from "./door-page";
import classes from "./door-page.module.css";

interface Props {
  email: string;
  password: string;
  onSignedIn: () => void;
  onBack: () => void;
}

export function SignInCode({ email, password, onSignedIn, onBack }: Props) {
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const field = useRef<HTMLInputElement>(null);

  function change(typed: string) {
    setCode(typed);
    // It spoke of another code.
    setRefusal(undefined);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    const answer = await signIn(email, password, code.trim() || undefined);
    setBusy(false);
    if (answer.ok) onSignedIn();
    else {
      setRefusal(answer.sentence);
      field.current?.select();
    }
  }

  return (
    <DoorPage title="One more step" lead="Your password is right. Now the code.">
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <CodeField ref={field} value={code} onChange={change} autoFocus />
        <div role="alert" className={classes.alert}>
          {refusal ? <p className={classes.refusal}>{refusal}</p> : null}
        </div>
        <Button type="submit" loading={isBusy} fullWidth size="md">
          Sign in
        </Button>
        <Button variant="default" fullWidth onClick={onBack}>
          Back
        </Button>
      </form>
      <p className={classes.foot}>
        Neither phone nor recovery codes? An admin of all your sites or the owner takes the second
        factor away, and you set up a new one.
      </p>
    </DoorPage>
  );
}
