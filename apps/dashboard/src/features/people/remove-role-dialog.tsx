// Asks once before a role goes: it takes effect at once, and only an invitation brings it back.
import { Button, Modal } from "@mantine/core";
import { roleLabels } from "@studydesk/domain/people/viewer";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote } from "../../components/states";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { HeldRole, Person } from "./people-types";

export interface RoleToRemove {
  person: Person;
  held: HeldRole;
}

interface Props {
  asked: RoleToRemove | undefined;
  onClose: () => void;
}

export function RemoveRoleDialog({ asked, onClose }: Props) {
  return (
    <Modal
      opened={asked !== undefined}
      onClose={onClose}
      title="Take this role away?"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {asked ? <Question asked={asked} onClose={onClose} /> : null}
    </Modal>
  );
}

function Question({ asked, onClose }: { asked: RoleToRemove; onClose: () => void }) {
  const { person, held } = asked;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const what = `${roleLabels[held.role]} at ${held.siteName}`;
  const removal = useMutation(
    trpc.people.removeRole.mutationOptions({
      onSuccess: () => {
        showToast(`${person.name} is no longer ${what}.`);
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.people.pathFilter()),
    }),
  );
  const isLast = person.roles.length === 1 && !person.isOwner;
  return (
    <div className={dialog.form}>
      <p>
        <strong>{person.name}</strong> stops being {what} at once.{" "}
        {isLast
          ? "It is the last role shown here: without any role they are signed out everywhere."
          : "Their other roles stay."}{" "}
        What they wrote and logged stays. To bring them back, invite them again.
      </p>
      {removal.error ? <ErrorNote error={removal.error} /> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button
          color="var(--bad)"
          c="var(--card)"
          loading={removal.isPending}
          onClick={() =>
            removal.mutate({ userId: person.userId, siteId: held.siteId, role: held.role })
          }
        >
          Take it away
        </Button>
      </div>
    </div>
  );
}
