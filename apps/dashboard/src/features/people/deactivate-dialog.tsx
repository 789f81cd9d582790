// Closes somebody's account after one question, then offers what they leave behind: their open leads, site
// by site, to whoever works there.
import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote } from "../../components/states";
import { useTRPC } from "../../lib/trpc";
import { LeftBehind } from "./left-behind";
import type { Person } from "./people-types";

interface Props {
  /** Undefined: closed. */
  person: Person | undefined;
  onClose: () => void;
}

export function DeactivateDialog({ person, onClose }: Props) {
  const [isDone, setDone] = useState(false);
  return (
    <Modal
      opened={person !== undefined}
      onClose={onClose}
      onExitTransitionEnd={() => setDone(false)}
      title={isDone ? `${person?.name ?? "The account"} is out` : "Deactivate this account?"}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {person && !isDone ? (
        <Question person={person} onDone={() => setDone(true)} onClose={onClose} />
      ) : null}
      {person && isDone ? <LeftBehind person={person} onClose={onClose} /> : null}
    </Modal>
  );
}

interface QuestionProps {
  person: Person;
  onDone: () => void;
  onClose: () => void;
}

function Question({ person, onDone, onClose }: QuestionProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const closing = useMutation(
    trpc.people.deactivate.mutationOptions({
      onSuccess: onDone,
      onSettled: () => queryClient.invalidateQueries(trpc.people.people.queryFilter()),
    }),
  );
  return (
    <div className={dialog.form}>
      <p>
        <strong>{person.name}</strong> is signed out everywhere at once and cannot sign in any more.
        Links that they shared and invitations that they sent end. What they wrote and logged stays,
        and their roles come back when the account is opened again.
      </p>
      {closing.error ? <ErrorNote error={closing.error} /> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Leave it open
        </Button>
        <Button
          color="var(--bad)"
          c="var(--card)"
          loading={closing.isPending}
          onClick={() => closing.mutate({ userId: person.userId })}
        >
          Deactivate
        </Button>
      </div>
    </div>
  );
}
