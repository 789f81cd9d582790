// Nothing left to call: said plainly, and what was put aside is offered again.
import { Button } from "@mantine/core";
import { EmptyState } from "../../components/states";

interface Props {
  skippedCount: number;
  onBringBack: () => void;
}

export function QueueEmpty({ skippedCount, onBringBack }: Props) {
  if (skippedCount > 0) {
    const what = skippedCount === 1 ? "One lead is" : `${skippedCount.toString()} leads are`;
    return (
      <EmptyState
        title={`${what} put aside`}
        action={
          <Button onClick={onBringBack}>Bring {skippedCount === 1 ? "it" : "them"} back</Button>
        }
      >
        You skipped {skippedCount === 1 ? "it" : "them"} today; nothing else is waiting.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is waiting for you">
      New messages and follow-ups whose time has come appear here by themselves, one at a time. You
      can leave this open.
    </EmptyState>
  );
}
