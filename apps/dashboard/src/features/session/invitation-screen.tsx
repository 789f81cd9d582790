// Taking up an invitation.
import { roleLabels } from "@studydesk/domain/people/viewer";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { setScreenTitle } from "../../lib/screen-title";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import { useLinkToken } from "../../lib/use-link-token";
import { AcceptInvitation } from "./accept-invitation";
import { DoorPage } from "./door-page";
import classes from "./door-page.module.css";

type Invitation = RouterOutputs["people"]["readInvitation"];

export function InvitationScreen() {
  const trpc = useTRPC();
  const token = useLinkToken();
  const { mutate: readInvitation, ...reading } = useMutation(
    trpc.people.readInvitation.mutationOptions(),
  );

  useEffect(() => {
    setScreenTitle("Invitation – Studydesk");
    if (token !== "") readInvitation({ token });
  }, [token, readInvitation]);

  if (token === "") {
    return (
      <DoorPage title="Invitation">
        <p>
          This address is not complete. Open the link of your invitation once more, all of it, or
          ask whoever invited you for a new one.
        </p>
      </DoorPage>
    );
  }
  if (reading.error) {
    return (
      <DoorPage title="Invitation">
        <ErrorNote error={reading.error} />
        <p className={classes.foot}>
          Have you accepted it already? <a href="/desk/">Sign in</a>
        </p>
      </DoorPage>
    );
  }
  if (!reading.data) return <DoorPage title="Invitation" lead="One moment…" children={null} />;
  return (
    <DoorPage title="You are invited" lead={<InvitationWords invitation={reading.data} />}>
      <AcceptInvitation token={token} invitation={reading.data} />
    </DoorPage>
  );
}

function InvitationWords({ invitation }: { invitation: Invitation }) {
  return (
    <p>
      To work at <strong>{invitation.siteName}</strong> as{" "}
      <strong>{roleLabels[invitation.role].toLowerCase()}</strong>, with the address{" "}
      {invitation.email}. The invitation ends <When at={invitation.expiresAt} style="planned" />.
    </p>
  );
}
