// Everything that happened with a lead, newest first: what, who, when.
import { useQuery } from "@tanstack/react-query";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/states";
import { When } from "../../../components/when";
import { activityWords } from "../../../lib/activity-words";
import { leadName } from "../../../lib/lead-name";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { useNow } from "../../../lib/use-now";
import type { LeadView, TimelineEntry } from "../lead-types";
import classes from "./lead-timeline.module.css";

export function LeadTimeline({ lead }: { lead: LeadView }) {
  const me = useMe();
  const trpc = useTRPC();
  const now = useNow();
  const timeline = useQuery(trpc.leads.timeline.queryOptions({ leadId: lead.id }));
  const colleagues = useQuery(trpc.leads.assignees.queryOptions({ siteId: lead.siteId }));

  if (timeline.isPending) return <LoadingRows rows={5} />;
  if (timeline.isError) {
    return <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />;
  }
  if (timeline.data.length === 0) {
    return (
      <EmptyState title="Nothing yet">What the team does with this lead is told here.</EmptyState>
    );
  }
  const nameOf = (userId: string) =>
    userId === me.userId ? "you" : colleagues.data?.find((c) => c.userId === userId)?.name;
  return (
    <ol className={classes.timeline}>
      {timeline.data.map((entry) => {
        const { what, note } = activityWords(entry.activity, now, nameOf);
        return (
          <li key={entry.id} className={classes.entry} data-kind={entry.activity.kind}>
            <p className={classes.what}>{what}</p>
            {note ? (
              <p className={classes.note} dir="auto">
                {note}
              </p>
            ) : null}
            <p className={classes.who}>
              {whoWords(entry, lead, me.userId)} · <When at={entry.at} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}

const fromThePerson: readonly TimelineEntry["activity"]["kind"][] = [
  "submission_received",
  "preference_set",
  "consent_withdrawn",
  "erased",
];

function whoWords({ byUserId, byName, activity }: TimelineEntry, lead: LeadView, me: string) {
  if (byUserId === me) return "You";
  if (byName) return byName;
  if (fromThePerson.includes(activity.kind)) return leadName(lead);
  return byUserId === null ? "Studydesk" : "Somebody who left";
}
