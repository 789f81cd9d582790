// Erases one person: what goes and what stays in numbers, why, and the lead's number typed once more. It cannot be
// undone, and says so.
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import {
  type EraseReason,
  eraseReasonLabels,
  eraseReasons,
} from "@studydesk/domain/retention/erase-lead";
import { goingLines, stayingLines } from "@studydesk/domain/retention/held-words";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote, LoadingRows } from "../../components/states";
import { showToast } from "../../lib/toasts";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import { useFocusBack } from "../../lib/use-focus-back";
import classes from "./data-rights.module.css";

interface Props {
  leadId: number;
  onClose: () => void;
}

export function EraseDialog({ leadId, onClose }: Props) {
  useFocusBack();
  const trpc = useTRPC();
  const preview = useQuery(trpc.retention.erasure.queryOptions({ leadId }, { gcTime: 0 }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Erase the person of lead ${leadId}?`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {preview.data ? (
        <Question leadId={leadId} preview={preview.data} onClose={onClose} />
      ) : preview.error ? (
        <ErrorNote error={preview.error} />
      ) : (
        <LoadingRows rows={4} height={24} />
      )}
    </Modal>
  );
}

interface QuestionProps extends Props {
  preview: RouterOutputs["retention"]["erasure"];
}

function Question({ leadId, preview, onClose }: QuestionProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState<EraseReason>("asked_by_letter");
  const [typed, setTyped] = useState("");
  const erasing = useMutation(
    trpc.retention.erase.mutationOptions({
      onSuccess: () => {
        showToast(`The person of lead ${leadId} was erased.`);
        onClose();
      },
      // Also when somebody was quicker: what is said here is what is there.
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.leads.pathFilter()),
          queryClient.invalidateQueries(trpc.retention.erasure.queryFilter({ leadId })),
        ]),
    }),
  );
  if (!preview.mayErase) {
    return (
      <div className={dialog.form}>
        <p>
          This person consented to the study itself. Its records must be kept by law, so nothing can
          be erased here. The sponsor says until when; tell the person so when they ask.
        </p>
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Close
          </Button>
        </div>
      </div>
    );
  }
  const isRight = typed.trim() === String(leadId);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isRight || erasing.isPending) return;
    const { version: expectedVersion } = preview;
    erasing.mutate({ leadId, reason, typedNumber: leadId, expectedVersion });
  }
  return (
    <form className={dialog.form} onSubmit={submit}>
      <Lines
        title="Goes for good"
        lines={["Name, e-mail, phone, language and year of birth", ...goingLines(preview.held)]}
      />
      <Lines
        title="Stays, so that counts and the audit trail hold"
        lines={["That there was a lead, where it stood and when", ...stayingLines(preview.held)]}
      />
      {preview.dueAt ? (
        <p>
          By the study’s clock this person falls due on {preview.dueAt.slice(0, 10)}; Home says when
          it erases by itself.
        </p>
      ) : null}
      <p>
        <strong>Nobody can undo this,</strong> neither here nor from the audit trail. Backups that
        were made before still hold the person until they are rotated out.
      </p>
      <NativeSelect
        label="Why"
        data={eraseReasons.map((value) => ({ value, label: eraseReasonLabels[value] }))}
        value={reason}
        onChange={({ currentTarget: { value } }) => {
          const next = eraseReasons.find((each) => each === value);
          if (next) setReason(next);
        }}
      />
      <TextInput
        label={`Type the lead’s number, ${leadId}, to say that it is the right one`}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        data-autofocus
      />
      {erasing.error ? <ErrorNote error={erasing.error} /> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          Keep the person
        </Button>
        <Button
          type="submit"
          color="var(--bad)"
          {...(isRight ? { c: "var(--card)" } : {})}
          disabled={!isRight}
          loading={erasing.isPending}
        >
          Erase for good
        </Button>
      </div>
    </form>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
