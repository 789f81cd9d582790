// Asks once before somebody's second factor goes: for the day when phone and recovery codes are gone.
import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote } from "../../components/states";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { Person } from "./people-types";

interface Props {
  /** Undefined: closed. */
  person: Person | undefined;
  onClose: () => void;
}

export function ResetSecondFactorDialog({ person, onClose }: Props) {
  return (
    <Modal
      opened={person !== undefined}
      onClose={onClose}
      title="Take the second factor away?"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {person ? <Question person={person} onClose={onClose} /> : null}
    </Modal>
  );
}

function Question({ person, onClose }: { person: Person; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reset = useMutation(
    trpc.people.resetSecondFactor.mutationOptions({
      onSuccess() {
        showToast(`${person.name} signs in with the password alone, and was told by mail.`);
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.people.people.queryFilter()),
    }),
  );
  return (
    <div className={dialog.form}>
      <p>
        Be sure that it is <strong>{person.name}</strong> who asks: call them, or see them. Their
        app and recovery codes work no longer, and they are signed out everywhere. The password is
        still asked for; if their roles ask for a second factor, they set up a new one.
      </p>
      {reset.error ? <ErrorNote error={reset.error} /> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Leave it on
        </Button>
        <Button
          color="var(--bad)"
          c="var(--card)"
          loading={reset.isPending}
          onClick={() => reset.mutate({ userId: person.userId })}
        >
          Take it away
        </Button>
      </div>
    </div>
  );
}
