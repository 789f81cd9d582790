// The open leads of somebody who left, where the reader may give them on. Nothing has to be decided now:
// until then Today brings them to whoever is free.
import { Button, NativeSelect } from "@mantine/core";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { ErrorNote, ErrorState, LoadingRows } from "../../components/states";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import classes from "./left-behind.module.css";
import type { Person } from "./people-types";

type SiteLeads = RouterOutputs["people"]["openLeads"]["sites"][number];

interface Props {
  person: Person;
  onClose: () => void;
}

export function LeftBehind({ person, onClose }: Props) {
  const trpc = useTRPC();
  const left = useQuery(
    trpc.people.openLeads.queryOptions({ userId: person.userId }, { staleTime: 0 }),
  );
  return (
    <div className={dialog.form}>
      <p role="status">
        The account is closed.{" "}
        {left.data?.sites.length === 0 ? "They leave no open leads at your sites." : null}
      </p>
      {left.data && left.data.sites.length > 0 ? (
        <p>
          Their open leads stay theirs in the lists until you give them on; Today brings them to
          whoever is free meanwhile.
        </p>
      ) : null}
      {left.isPending ? <LoadingRows rows={2} /> : null}
      {left.error ? <ErrorState error={left.error} onRetry={() => void left.refetch()} /> : null}
      {left.data?.sites.map((site) => (
        <SiteRow key={site.siteId} site={site} person={person} />
      ))}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Done
        </Button>
      </div>
    </div>
  );
}

function SiteRow({ site, person }: { site: SiteLeads; person: Person }) {
  const trpc = useTRPC();
  const { siteId, siteName, count } = site;
  const assignees = useQuery(trpc.leads.assignees.queryOptions({ siteId }));
  const [chosen, setChosen] = useState<string>();
  const giving = useMutation(trpc.bulk.start.mutationOptions());
  const [first] = assignees.data ?? [];
  const ownerId = chosen ?? first?.userId;
  const to = assignees.data?.find(({ userId }) => userId === ownerId);
  const leads = `${count.toString()} open ${count === 1 ? "lead" : "leads"} at ${siteName}`;

  if (giving.isSuccess) {
    return (
      <p role="status">
        {leads}: on the way to {to?.name}. The list says when it is done, and takes it back.
      </p>
    );
  }
  if (assignees.data && !first) {
    return <p>{leads}. Nobody else works there: invite somebody, then assign them in the list.</p>;
  }
  return (
    <div className={classes.site}>
      <NativeSelect
        label={`${leads}, to`}
        value={ownerId ?? ""}
        data={(assignees.data ?? []).map(({ userId, name, openLeads }) => ({
          value: userId,
          label: `${name} (${openLeads.toString()} open)`,
        }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button
        disabled={ownerId === undefined}
        loading={giving.isPending}
        aria-label={`Give them on: ${siteName}`}
        onClick={() =>
          giving.mutate({
            task: { kind: "assign", ownerId: ownerId ?? null },
            selection: {
              kind: "matching",
              filters: {
                ownerIds: [person.userId],
                siteIds: [siteId],
                statuses: [...openLeadStatuses],
              },
            },
          })
        }
      >
        Give them on
      </Button>
      {giving.error ? <ErrorNote error={giving.error} /> : null}
    </div>
  );
}
