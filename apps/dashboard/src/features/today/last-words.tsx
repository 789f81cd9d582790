// The last words of the timeline: what was tried before, by whom.
import { When } from "../../components/when";
import { activityWords } from "../../lib/activity-words";
import { useMe } from "../../lib/me";
import { useNow } from "../../lib/use-now";
import classes from "./last-words.module.css";
import type { TimelineEntry } from "./lead-types";

export function LastWords({ entries }: { entries: readonly TimelineEntry[] }) {
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
              <span>
                {isTakenBack ? <s>{what}</s> : what}
                {note ? <q className={classes.note}>{note}</q> : null}
                {byName ? (
                  <span className={classes.by}> · {byUserId === me.userId ? "you" : byName}</span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
