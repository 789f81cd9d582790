// One thing that happened: in words, with what somebody wrote along, and what was replaced by what.
import { activityText } from "@studydesk/domain/leads/activity-text";
import type { ReactNode } from "react";
import { AnchorText } from "../../../components/anchor-text";
import { activityWords } from "../../../lib/activity-words";
import { leadName } from "../../../lib/lead-name";
import { useMe } from "../../../lib/me";
import { exactWords, timeWords } from "../../../lib/time-words";
import { useNow } from "../../../lib/use-now";
import type { LeadView, TimelineEntry } from "../lead-types";
import { FactDiff } from "./fact-diff";
import classes from "./lead-timeline.module.css";

interface Props {
  entry: TimelineEntry;
  /** Told in the same line. */
  also: readonly TimelineEntry[];
  lead: LeadView;
  nameOf: (userId: string) => string | undefined;
}

export function TimelineItem({ entry, also, lead, nameOf }: Props) {
  const me = useMe();
  const now = useNow();
  const { note, diffs = [] } = activityWords(entry.activity, now, nameOf);
  const what = [entry, ...also]
    .map(({ activity }) => activityWords(activity, now, nameOf).what)
    .join(" · ");
  const written = note ?? messageOf(entry, lead);
  return (
    <li
      className={classes.entry}
      data-kind={entry.activity.kind}
      data-taken-back={entry.isTakenBack}
    >
      <p className={classes.what}>
        {entry.isTakenBack ? (
          <>
            <s>{what}</s> (taken back)
          </>
        ) : (
          what
        )}
      </p>
      {diffs.map((diff) => (
        <FactDiff key={diff.label} {...diff} hasLabel={diffs.length > 1} />
      ))}
      {written ? <WrittenText entry={entry} lead={lead} text={written} /> : null}
      <p className={classes.who}>
        {whoWords(entry, lead, me.userId)} ·{" "}
        <time dateTime={entry.at} title={exactWords(entry.at)}>
          {timeWords(entry.at)}
        </time>
      </p>
    </li>
  );
}

/** What somebody wrote can carry notes; what Studydesk itself tells cannot. */
function WrittenText({ entry, lead, text }: Pick<Props, "entry" | "lead"> & { text: string }) {
  const around = (words: ReactNode) => (
    <p className={classes.note} dir="auto">
      {words}
    </p>
  );
  const { activity } = entry;
  const isMessage = activity.kind === "submission_received";
  if (!isMessage && activityText(activity) !== text) return around(text);
  const id = isMessage ? activity.submissionId : entry.id;
  return (
    <AnchorText
      sourceType="lead"
      sourceId={lead.id}
      fieldPath={`${isMessage ? "message" : "activity"}.${id}`}
      revision={String(id)}
      text={text}
      name={isMessage ? "the message" : "what was written"}
      around={around}
    />
  );
}

/** What the person wrote stands with the lead, not in its timeline. */
function messageOf({ activity }: TimelineEntry, { submissions }: LeadView): string | null {
  if (activity.kind !== "submission_received") return null;
  return submissions.find(({ id }) => id === activity.submissionId)?.message ?? null;
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
