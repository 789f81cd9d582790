// Nothing left to call: said plainly, with what comes by itself, and what was put aside offered again.
import { Button } from "@mantine/core";
import { EmptyState } from "../../components/states";
import { When } from "../../components/when";
import type { Today } from "./use-today";

export function QueueEmpty({ today }: { today: Today }) {
  const { counts } = today.queue;
  const skipped = counts?.skippedLeadIds ?? [];
  const held = counts?.heldElsewhere ?? 0;
  const more = (
    <>
      {counts?.nextAppointmentAt ? (
        <>
          The next agreed call is <When at={counts.nextAppointmentAt} style="planned" />; it appears
          at its time.{" "}
        </>
      ) : null}
      {held > 0
        ? `${held === 1 ? "One lead is" : `${held.toString()} leads are`} in front of somebody else now. `
        : null}
    </>
  );
  if (skipped.length > 0) {
    const isOne = skipped.length === 1;
    return (
      <EmptyState
        title={`${isOne ? "One lead is" : `${skipped.length.toString()} leads are`} put aside`}
        action={
          <Button onClick={() => today.unskip(skipped)}>Bring {isOne ? "it" : "them"} back</Button>
        }
      >
        You skipped {isOne ? "it" : "them"}; {isOne ? "it comes" : "they come"} back at the time of{" "}
        {isOne ? "its" : "their"} reason. {more}Nothing else is waiting.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is waiting for you">
      {more}New messages and follow-ups whose time has come appear here by themselves, one at a
      time. You can leave this open.
    </EmptyState>
  );
}
