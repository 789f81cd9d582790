// Lets signed-in people through and puts the sign-in in front of everybody else, at the same address; and the
// set-up of a second factor in front of those who have to have one by now.
// When a session ends in mid-work the screen is kept out of sight with all that was typed, and comes
// back to the same person; to anybody else it comes anew.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Activity, type ReactNode, useState } from "react";
import { ErrorState } from "../../components/states";
import { LiveProvider } from "../../lib/live/live-provider";
import { type Me, MeContext } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { SecondFactorGate } from "./second-factor-gate";
import { SignInScreen } from "./sign-in-screen";
import { StartingScreen } from "./starting-screen";

export function SessionGate({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const me = useQuery(trpc.people.me.queryOptions(undefined, { staleTime: 60_000 }));
  const [last, setLast] = useState<Me>();
  /** Who has to set up a second factor first. */
  const [heldUp, setHeldUp] = useState<string>();
  if (me.data && me.data !== last) {
    if (last && last.userId !== me.data.userId) {
      // Before anything of theirs is drawn: nothing that somebody else had loaded is shown to them.
      const kept = queryClient.getQueryCache().find({ queryKey: trpc.people.me.queryKey() });
      queryClient.removeQueries({ predicate: (query) => query !== kept });
    }
    setLast(me.data);
  }
  // Once it is on, its recovery codes are still to be shown: the gate opens when they were kept.
  if (me.data?.secondFactor.isNeeded && heldUp !== me.data.userId) setHeldUp(me.data.userId);

  if (me.data === undefined) {
    return me.isError ? (
      <ErrorState
        error={me.error}
        onRetry={() => void me.refetch()}
        title="The desk could not open"
      />
    ) : (
      <StartingScreen />
    );
  }
  const isSignedIn = me.data !== null;
  return (
    <>
      {last ? (
        <Activity key={last.userId} mode={isSignedIn ? "visible" : "hidden"}>
          <MeContext value={last}>
            {heldUp === last.userId ? (
              <SecondFactorGate
                onDone={async () => {
                  // Not before it is known that it is on, or the gate would close again.
                  await me.refetch();
                  setHeldUp(undefined);
                  void queryClient.invalidateQueries();
                }}
              />
            ) : (
              <LiveProvider userId={last.userId}>{children}</LiveProvider>
            )}
          </MeContext>
        </Activity>
      ) : null}
      {isSignedIn ? null : (
        <SignInScreen
          wasSignedIn={last !== undefined}
          onSignedIn={() => {
            // Whatever was refused while signed out is asked again.
            void queryClient.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
