// A moment in words ("19 h ago", "tomorrow 10:12"), the exact one on hover.
import { dayAndTimeWords, exactWords, relativeWords } from "../lib/time-words";
import { useNow } from "../lib/use-now";

interface Props {
  /** ISO-8601. */
  at: string;
  /** `planned` names the day and the time, for follow-ups and visits. */
  style?: "relative" | "planned";
}

export function When({ at, style = "relative" }: Props) {
  const now = useNow();
  const words = style === "planned" ? dayAndTimeWords(at, now) : relativeWords(at, now);
  return (
    <time dateTime={at} title={exactWords(at)}>
      {words}
    </time>
  );
}
