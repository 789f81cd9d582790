// The last words of the timeline: what was tried before, by whom.
import { activityText } from "@studydesk/domain/leads/activity-text";
import { AnchorText } from "../../components/anchor-text";
import { When } from "../../components/when";
import { activityWords } from "../../lib/activity-words";
import { useMe } from "../../lib/me";
import { useNow } from "../../lib/use-now";
import classes from "./last-words.module.css";
import type { TimelineEntry } from "./lead-types";

interface Props {
  leadId: number;
  entries: readonly TimelineEntry[];
}

export function LastWords({ leadId, entries }: Props) {
  const now = useNow();
  const me = useMe();
  if (entries.length === 0) return null;
  return (
    <section aria-label="Last on the timeline">
      <ol className={classes.entries}>
        {entries.map(({ id, at, byUserId, byName, activity, isTakenBack }) => {
          const { what, note } = activityWords(activity, now, (userId) =>
            userId === me.userId ? "you" : userId === byUserId ? (byName ?? undefined) : undefined,
          );
          return (
            <li key={id}>
              <span className={classes.at}>
                <When at={at} />
              </span>
              <div>
                {isTakenBack ? <s>{what}</s> : what}
                {note && note === activityText(activity) ? (
                  <AnchorText
                    sourceType="lead"
                    sourceId={leadId}
                    fieldPath={`activity.${id}`}
                    revision={String(id)}
                    text={note}
                    name="what was written"
                    around={(words) => <q className={classes.note}>{words}</q>}
                  />
                ) : note ? (
                  <q className={classes.note}>{note}</q>
                ) : null}
                {byName ? (
                  <span className={classes.by}> · {byUserId === me.userId ? "you" : byName}</span>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
