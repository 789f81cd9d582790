// Changes that wait for the connection. While there are any, leaving the page asks first.
import { useMutationState } from "@tanstack/react-query";
import { useEffect } from "react";

export function useUnsentChanges(): number {
  const waiting = useMutationState({
    filters: {
      status: "pending",
      predicate: ({ state }) => state.isPaused || state.failureCount > 0,
    },
    select: (mutation) => mutation.mutationId,
  }).length;

  useEffect(() => {
    if (waiting === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [waiting]);

  return waiting;
}
