// Asks who it is once more, before the way into an account changes: the password, and a code where there is a
// second factor.
import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { CodeField } from "../../components/code-field";
import { ErrorNote } from "../../components/states";
import { errorSentence, refusalOf } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import classes from "./account-screen.module.css";

interface Props {
  asksForCode: boolean;
  label: string;
  isPending: boolean;
  error: unknown;
  onConfirm: (proof: { password: string; code?: string }) => void;
  onCancel?: () => void;
}

const codeReasons = ["code_needed", "wrong_code", "code_used"];

export function ConfirmAccount({
  asksForCode,
  label,
  isPending,
  error,
  onConfirm,
  onCancel,
}: Props) {
  const me = useMe();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const reason = refusalOf(error)?.reason;
  const isPassword = reason === "wrong_password";
  const isCode = codeReasons.includes(reason ?? "");

  function submit(event: FormEvent) {
    event.preventDefault();
    onConfirm({ password, ...(code.trim() === "" ? {} : { code }) });
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={me.email} />
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus
        value={password}
        error={isPassword ? errorSentence(error) : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
      />
      {asksForCode ? (
        <CodeField
          value={code}
          onChange={setCode}
          error={isCode ? errorSentence(error) : undefined}
        />
      ) : null}
      {error && !isPassword && !isCode ? <ErrorNote error={error} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          {label}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </div>
    </form>
  );
}
