// Everything that happened with a lead, newest first and by day: what, who, when, and what was replaced by
// what. All of it, the dealings with the person alone, or the changes alone; older pages on demand.

import { SegmentedControl } from "@mantine/core";
import { type TimelinePart, timelineParts } from "@studydesk/domain/leads/activity";
import { timelinePageSize } from "@studydesk/domain/leads/timeline-input";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { NextPage } from "../../../components/next-page";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/states";
import { dayWords } from "../../../lib/day-words";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import { foldAnswers } from "./fold-answers";
import classes from "./lead-timeline.module.css";
import { TimelineItem } from "./timeline-item";

type Shown = "all" | TimelinePart;

const partNames: Readonly<Record<Shown, string>> = {
  all: "All",
  contact: "Contact",
  changes: "Changes",
};

export function LeadTimeline({ lead }: { lead: LeadView }) {
  const [shown, setShown] = useState<Shown>("all");
  return (
    <div className={classes.place}>
      <SegmentedControl
        size="xs"
        aria-label="What is shown of the timeline"
        value={shown}
        onChange={setShown}
        data={(["all", ...timelineParts] as const).map((value) => ({
          value,
          label: partNames[value],
        }))}
      />
      <Days lead={lead} shown={shown} />
    </div>
  );
}

function Days({ lead, shown }: { lead: LeadView; shown: Shown }) {
  const me = useMe();
  const trpc = useTRPC();
  const now = useNow();
  const timeline = useInfiniteQuery(
    trpc.leads.timeline.infiniteQueryOptions(
      { leadId: lead.id, ...(shown === "all" ? {} : { part: shown }) },
      {
        getNextPageParam: (page) => (page.length < timelinePageSize ? undefined : page.at(-1)?.id),
        placeholderData: keepPreviousData,
      },
    ),
  );
  const colleagues = useQuery(trpc.leads.assignees.queryOptions({ siteId: lead.siteId }));

  if (timeline.isPending) return <LoadingRows rows={5} />;
  if (timeline.isError && !timeline.data) {
    return <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />;
  }
  const entries = timeline.data.pages.flat();
  if (entries.length === 0) {
    return shown === "all" ? (
      <EmptyState title="Nothing yet">What the team does with this lead is told here.</EmptyState>
    ) : (
      <EmptyState title={shown === "contact" ? "No contact yet" : "No changes yet"}>
        Everything that happened stands under All.
      </EmptyState>
    );
  }
  const nameOf = (userId: string) =>
    userId === me.userId ? "you" : colleagues.data?.find((each) => each.userId === userId)?.name;
  const days = Map.groupBy(entries, ({ at }) => dayWords(at, now));
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h2 className={classes.day}>{day}</h2>
          <ol className={classes.timeline}>
            {foldAnswers(ofDay).map(({ entry, also }) => (
              <TimelineItem key={entry.id} entry={entry} also={also} lead={lead} nameOf={nameOf} />
            ))}
          </ol>
        </section>
      ))}
      <NextPage pages={timeline}>Show earlier</NextPage>
    </>
  );
}
