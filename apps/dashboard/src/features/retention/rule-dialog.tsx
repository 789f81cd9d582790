// Sets a study site's clock. Whoever saved in between is not overwritten: the numbers are loaded again.
import { Button, Modal, NumberInput, TextInput } from "@mantine/core";
import { noticeDays } from "@studydesk/domain/retention/retention-notice";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote } from "../../components/states";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { useFocusBack } from "../../lib/use-focus-back";
import type { RetentionOfSite } from "./site-retention";
import classes from "./study-retention.module.css";

interface Props {
  site: RetentionOfSite;
  onClose: () => void;
}

export function RuleDialog({ site, onClose }: Props) {
  useFocusBack();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [closed, setClosed] = useState<number | null>(site.rule.closedMonths);
  const [consented, setConsented] = useState<number | null>(site.rule.consentedMonths);
  const [keptUntil, setKeptUntil] = useState(site.rule.recordsKeptUntil ?? "");
  const saving = useMutation(
    trpc.retention.set.mutationOptions({
      onSuccess: () => {
        showToast(`Saved. It erases nobody by itself for ${noticeDays} days.`);
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.retention.pathFilter()),
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate({
      ...{ studySiteId: site.studySiteId, expectedVersion: site.version },
      ...{ closedMonths: closed, consentedMonths: consented },
      recordsKeptUntil: keptUntil || null,
    });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`How long people are kept at ${site.siteName}`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form className={dialog.form} onSubmit={submit}>
        <NumberInput
          label="Months after a lead was closed"
          description="Declined, could not reach, failed before consent, invalid. Empty: not by the clock."
          min={1}
          max={600}
          allowDecimal={false}
          value={closed ?? ""}
          onChange={(value) => setClosed(typeof value === "number" ? value : null)}
          data-autofocus
        />
        <NumberInput
          label="Months after somebody was enrolled, or left after consent"
          description="Enrolled, screen failure, withdrawn. Empty: not by the clock."
          min={1}
          max={600}
          allowDecimal={false}
          value={consented ?? ""}
          onChange={(value) => setConsented(typeof value === "number" ? value : null)}
        />
        <TextInput
          type="date"
          label="The study’s records must be kept until"
          description="The sponsor says it. Empty: nobody who consented is erased, whatever stands above."
          value={keptUntil}
          onChange={({ currentTarget: { value } }) => setKeptUntil(value)}
        />
        <p className={classes.quiet}>
          Nobody is erased by itself before Home said so on {noticeDays} days, counted anew after
          each change; within them a wrong number can be put right.
        </p>
        {saving.error ? <ErrorNote error={saving.error} /> : null}
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={saving.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}
