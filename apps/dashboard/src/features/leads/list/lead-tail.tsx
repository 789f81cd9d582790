// The end of what is loaded: more on its way, a page that failed, or that this was all.
import { Button } from "@mantine/core";
import { ErrorNote } from "../../../components/states";
import classes from "./lead-list.module.css";

interface Props {
  isLoading: boolean;
  error: unknown;
  onRetry: () => void;
  /** Known once everything is loaded. */
  count: number | undefined;
}

export function LeadTail({ isLoading, error, onRetry, count }: Props) {
  if (error) {
    return (
      <div className={classes.tail}>
        <ErrorNote error={error} />
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          Load more
        </Button>
      </div>
    );
  }
  if (isLoading) return <div className={classes.tail}>Loading more…</div>;
  if (count === undefined) return null;
  const words = count === 1 ? "1 lead" : `All ${count.toLocaleString("en")} leads`;
  return <div className={classes.tail}>{words}</div>;
}
