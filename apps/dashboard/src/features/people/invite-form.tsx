// Whom to invite, as what, where. The server judges; what was typed stays when it refuses.
import { Button, NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { type Role, roleLabels, roles } from "@studydesk/domain/people/viewer";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote, ErrorState, LoadingRows } from "../../components/states";
import { useTRPC } from "../../lib/trpc";
import type { InvitationLink, InviteInput } from "./people-types";

const roleWords: Readonly<Record<Role, string>> = {
  coordinator: "Calls and pre-screens the site’s leads.",
  investigator: "A doctor: sees the site’s leads and reviews candidates.",
  admin: "Looks after the site’s people, its recruiting and its mail.",
};

interface Props {
  start: Partial<InviteInput>;
  onCancel: () => void;
  onMade: (email: string, invitation: InvitationLink) => void;
}

export function InviteForm({ start, onCancel, onMade }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sites = useQuery(trpc.sites.list.queryOptions());
  const [email, setEmail] = useState(start.email ?? "");
  const [role, setRole] = useState<Role>(start.role ?? "coordinator");
  const [chosenSite, setChosenSite] = useState(start.siteId);
  const invitation = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: (made) => onMade(email.trim(), made),
      onSettled: () => queryClient.invalidateQueries(trpc.people.invitations.queryFilter()),
    }),
  );

  if (!sites.data) {
    return sites.error ? (
      <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />
    ) : (
      <LoadingRows rows={3} />
    );
  }
  const mine = sites.data.sites.filter((site) => site.abilities.canInvite);
  const siteId = chosenSite ?? mine[0]?.id;
  if (siteId === undefined) {
    return <p>A role is held at a site, and there is no site yet. Add one under Sites first.</p>;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (siteId !== undefined) invitation.mutate({ email, role, siteId });
  }

  return (
    <form className={dialog.form} onSubmit={submit}>
      <TextInput
        type="email"
        label="E-mail"
        autoComplete="off"
        required
        withAsterisk={false}
        autoFocus
        data-autofocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Radio.Group
        label="Role"
        value={role}
        onChange={(value) => setRole(roles.find((known) => known === value) ?? role)}
      >
        <Stack gap={8} mt={4}>
          {roles.map((each) => (
            <Radio key={each} value={each} label={roleLabels[each]} description={roleWords[each]} />
          ))}
        </Stack>
      </Radio.Group>
      <NativeSelect
        label="Site"
        value={String(siteId)}
        data={mine.map((site) => ({ value: String(site.id), label: `${site.name}, ${site.city}` }))}
        onChange={(event) => setChosenSite(Number(event.currentTarget.value))}
      />
      {invitation.error ? <ErrorNote error={invitation.error} /> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={invitation.isPending}>
          Invite
        </Button>
      </div>
    </form>
  );
}
