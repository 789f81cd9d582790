// One's second factor in the account screen: whether it is on, and what can be done with it.
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import classes from "./account-screen.module.css";
import { ConfirmAccount } from "./confirm-account";
import { RecoveryCodes } from "./recovery-codes";
import { SetUpSecondFactor } from "./set-up-second-factor";

type Step = "set_up" | "codes" | "off";

export function OwnSecondFactor() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const factor = useQuery(trpc.people.secondFactor.read.queryOptions());
  const [step, setStep] = useState<Step>();
  const reload = () => {
    setStep(undefined);
    void queryClient.invalidateQueries(trpc.people.secondFactor.read.queryFilter());
    void queryClient.invalidateQueries(trpc.people.me.queryFilter());
    void queryClient.invalidateQueries(trpc.people.sessions.list.queryFilter());
  };
  const renew = useMutation(trpc.people.secondFactor.renewCodes.mutationOptions());
  const turnOff = useMutation(
    trpc.people.secondFactor.turnOff.mutationOptions({
      onSuccess() {
        showToast("The second factor is off. Your password alone signs you in.");
        reload();
      },
    }),
  );
  function open(next: Step) {
    renew.reset();
    turnOff.reset();
    setStep(next);
  }
  if (!factor.data) {
    return factor.error ? (
      <ErrorState error={factor.error} onRetry={() => void factor.refetch()} />
    ) : (
      <LoadingRows rows={2} />
    );
  }
  const { isOn, dueAt, codesLeft } = factor.data;
  const cancel = () => setStep(undefined);
  return (
    <section className={classes.section} aria-labelledby="second-factor">
      <h2 id="second-factor" className={classes.title}>
        Second factor
      </h2>
      <p className={classes.hint}>
        {isOn
          ? `On: signing in takes a code of your authenticator app besides the password. ${codesWords(codesLeft)}`
          : "Off. With it, signing in takes a code of an app on your phone besides the password: whoever learns your password alone stays out."}
        {!isOn && dueAt ? (
          <>
            {" "}
            Your roles ask for it by <When at={dueAt} style="planned" />.
          </>
        ) : null}
      </p>
      {step === "set_up" ? (
        <SetUpSecondFactor isMoving={isOn} onDone={reload} onCancel={cancel} />
      ) : null}
      {step === "codes" && renew.data ? (
        <RecoveryCodes codes={renew.data.recoveryCodes} onDone={reload} />
      ) : null}
      {step === "codes" && !renew.data ? (
        <ConfirmAccount
          asksForCode
          label="Make ten new codes"
          isPending={renew.isPending}
          error={renew.error}
          onConfirm={(proof) => renew.mutate(proof)}
          onCancel={cancel}
        />
      ) : null}
      {step === "off" ? (
        <ConfirmAccount
          asksForCode
          label="Turn it off"
          isPending={turnOff.isPending}
          error={turnOff.error}
          onConfirm={(proof) => turnOff.mutate(proof)}
          onCancel={cancel}
        />
      ) : null}
      {step === undefined ? (
        <div className={classes.buttons}>
          <Button variant={isOn ? "default" : "filled"} onClick={() => open("set_up")}>
            {isOn ? "Move it to another phone" : "Set it up"}
          </Button>
          {isOn ? (
            <Button variant="default" onClick={() => open("codes")}>
              New recovery codes
            </Button>
          ) : null}
          {isOn && dueAt === null ? (
            <Button variant="default" onClick={() => open("off")}>
              Turn it off
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function codesWords(left: number): string {
  if (left === 0) return "No recovery code is left: make new ones.";
  return left === 1
    ? "One recovery code is left: make new ones."
    : `${left.toString()} recovery codes are left.`;
}
