// Who works where, and who was asked to: for admins the people of their sites, for the owner everybody.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { InvitationList } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";
import { PeopleList } from "./people-list";
import classes from "./people-screen.module.css";
import type { InviteInput } from "./people-types";

export function PeopleScreen() {
  const me = useMe();
  if (me.abilities.canManagePeople) return <People />;
  return (
    <>
      <ScreenHeader title="People" />
      <EmptyState title="Admins look after people">
        Only an admin of a site or the owner sees who works where. Ask one of them.
      </EmptyState>
    </>
  );
}

function People() {
  const trpc = useTRPC();
  const people = useQuery(trpc.people.people.queryOptions());
  const invitations = useQuery(trpc.people.invitations.queryOptions());
  const [inviting, setInviting] = useState<Partial<InviteInput>>();

  return (
    <>
      <ScreenHeader
        title="People"
        detail={people.data ? counted(people.data.people.length) : undefined}
        actions={<Button onClick={() => setInviting({})}>Invite a person</Button>}
      />
      {people.data ? <PeopleList people={people.data.people} /> : null}
      {!people.data && people.error ? (
        <ErrorState error={people.error} onRetry={() => void people.refetch()} />
      ) : null}
      {!people.data && !people.error ? <LoadingRows /> : null}
      <section className={classes.section} aria-labelledby="open-invitations">
        <h2 className={classes.title} id="open-invitations">
          Open invitations
        </h2>
        {invitations.data ? (
          <InvitationList invitations={invitations.data.invitations} onInvite={setInviting} />
        ) : null}
        {!invitations.data && invitations.error ? (
          <ErrorState error={invitations.error} onRetry={() => void invitations.refetch()} />
        ) : null}
        {!invitations.data && !invitations.error ? <LoadingRows rows={2} /> : null}
      </section>
      <InviteDialog start={inviting} onClose={() => setInviting(undefined)} />
    </>
  );
}

function counted(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
