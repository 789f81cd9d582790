// Invitations that wait for an answer. Taking one back kills its link; the message offers to invite anew.
import { Button } from "@mantine/core";
import { roleLabels } from "@studydesk/domain/people/viewer";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { DotBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import classes from "./invitation-list.module.css";
import type { Invitation, InviteInput } from "./people-types";

interface Props {
  invitations: readonly Invitation[];
  onInvite: (start: Partial<InviteInput>) => void;
}

export function InvitationList({ invitations, onInvite }: Props) {
  if (invitations.length === 0) {
    return (
      <p className={classes.none}>
        None. Nobody signs up alone: whoever is to work here is invited, and the link is good for
        seven days.
      </p>
    );
  }
  return (
    <ul className={classes.invitations}>
      {invitations.map((invitation) => (
        <Row key={invitation.id} invitation={invitation} onInvite={onInvite} />
      ))}
    </ul>
  );
}

interface RowProps {
  invitation: Invitation;
  onInvite: Props["onInvite"];
}

function Row({ invitation, onInvite }: RowProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { email, siteId, role } = invitation;
  // One address may be invited to several roles.
  const which = `${email}, ${roleLabels[role]} at ${invitation.siteName}`;
  const again = () => onInvite({ email, siteId, role });
  const revocation = useMutation(
    trpc.people.revokeInvitation.mutationOptions({
      onSuccess: () =>
        showToast(`The link sent to ${email} no longer works.`, {
          action: { label: "Invite again", run: again },
        }),
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.people.invitations.queryFilter()),
    }),
  );
  return (
    <li>
      <div className={classes.who}>
        <div>{email}</div>
        <div className={classes.what}>
          {roleLabels[role]} at {invitation.siteName}
          {invitation.invitedByName ? ` · invited by ${invitation.invitedByName}` : ""}
        </div>
      </div>
      <div className={classes.state}>
        {invitation.state === "open" ? (
          <>
            <DotBadge tone="new">Open</DotBadge>
            <span className={classes.what}>
              ends <When at={invitation.expiresAt} />
            </span>
          </>
        ) : (
          <DotBadge tone="idle">Expired</DotBadge>
        )}
      </div>
      <div className={classes.steps}>
        {invitation.state === "expired" ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Invite again: ${which}`}
            onClick={again}
          >
            Invite again
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="default"
          loading={revocation.isPending}
          aria-label={`Take back: ${which}`}
          onClick={() => revocation.mutate({ invitationId: invitation.id })}
        >
          Take back
        </Button>
      </div>
    </li>
  );
}
