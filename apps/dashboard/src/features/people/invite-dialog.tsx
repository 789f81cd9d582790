// Invites a person: first whom and as what, then the link, told once. While the link is shown a stray
// click does not close it.
import { Modal } from "@mantine/core";
import { useState } from "react";
import { InvitationHandOver } from "./invitation-hand-over";
import { InviteForm } from "./invite-form";
import type { InvitationLink, InviteInput } from "./people-types";

interface Props {
  /** Undefined: closed. What it holds is filled in. */
  start: Partial<InviteInput> | undefined;
  onClose: () => void;
}

interface Made {
  email: string;
  invitation: InvitationLink;
}

export function InviteDialog({ start, onClose }: Props) {
  const [made, setMade] = useState<Made>();

  return (
    <Modal
      opened={start !== undefined}
      onClose={onClose}
      onExitTransitionEnd={() => setMade(undefined)}
      title={made ? "The invitation is ready" : "Invite a person"}
      closeOnClickOutside={made === undefined}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {made ? (
        <InvitationHandOver {...made} onDone={onClose} />
      ) : (
        <InviteForm
          start={start ?? {}}
          onCancel={onClose}
          onMade={(email, invitation) => setMade({ email, invitation })}
        />
      )}
    </Modal>
  );
}
