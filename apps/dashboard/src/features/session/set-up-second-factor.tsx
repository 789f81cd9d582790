// Sets a second factor up in three steps: who it is, the key in the app with its first code, and the recovery
// codes, which are shown once. Nothing changes before the first code is right.
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { QrCode } from "../../components/qr-code";
import { ErrorNote } from "../../components/states";
import { errorSentence, refusalOf } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import classes from "./account-screen.module.css";
import { ConfirmAccount } from "./confirm-account";
import { RecoveryCodes } from "./recovery-codes";

interface Props {
  /** There is one, and it moves to another phone. */
  isMoving: boolean;
  onDone: () => void;
  onCancel?: () => void;
}

export function SetUpSecondFactor({ isMoving, onDone, onCancel }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const begin = useMutation(trpc.people.secondFactor.begin.mutationOptions());
  const confirm = useMutation(
    trpc.people.secondFactor.confirm.mutationOptions({
      // From here on it is on, also while its recovery codes are still shown.
      async onSuccess() {
        await Promise.all([
          queryClient.invalidateQueries(trpc.people.secondFactor.read.queryFilter()),
          queryClient.invalidateQueries(trpc.people.me.queryFilter()),
        ]);
      },
    }),
  );
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onDone} />;
  if (!begin.data) {
    return (
      <ConfirmAccount
        asksForCode={isMoving}
        label="Go on"
        isPending={begin.isPending}
        error={begin.error}
        onConfirm={(proof) => begin.mutate(proof)}
        {...(onCancel ? { onCancel } : {})}
      />
    );
  }
  return (
    <FirstCode
      uri={begin.data.uri}
      appKey={begin.data.key}
      isPending={confirm.isPending}
      error={confirm.error}
      onCode={(code) => confirm.mutate({ code })}
      {...(onCancel ? { onCancel } : {})}
    />
  );
}

interface FirstCodeProps {
  uri: string;
  appKey: string;
  isPending: boolean;
  error: unknown;
  onCode: (code: string) => void;
  onCancel?: () => void;
}

function FirstCode({ uri, appKey, isPending, error, onCode, onCancel }: FirstCodeProps) {
  const [code, setCode] = useState("");
  const typedKey = appKey.replace(/(.{4})(?=.)/g, "$1 ");
  const isWrong = refusalOf(error)?.reason === "wrong_code";
  function submit(event: FormEvent) {
    event.preventDefault();
    onCode(code);
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <p>
        Point your authenticator app at this square, or type the key into it. Any app that makes
        codes by time (TOTP) will do; the one on the phone or a password manager.
      </p>
      <div>
        <QrCode text={uri} label="QR code of the key for your authenticator app" />
      </div>
      <TextInput
        label="The key, to type"
        description="By time, six digits. Whoever has it has your codes: keep it to yourself."
        value={typedKey}
        readOnly
        classNames={{ input: classes.mono }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <TextInput
        label="The code that the app shows now"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={20}
        required
        withAsterisk={false}
        autoFocus
        value={code}
        error={isWrong ? errorSentence(error) : undefined}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {error && !isWrong ? <ErrorNote error={error} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          Turn it on
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
