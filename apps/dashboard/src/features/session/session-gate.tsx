// Lets signed-in people through and puts the sign-in in front of everybody else, at the same address.
// When a session ends in mid-work the screen is kept out of sight with all that was typed, and comes
// back to the same person; to anybody else it comes anew.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Activity, type ReactNode, useState } from "react";
import { ErrorState } from "../../components/states";
import { LiveProvider } from "../../lib/live/live-provider";
import { type Me, MeContext } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { SignInScreen } from "./sign-in-screen";
import { StartingScreen } from "./starting-screen";

export function SessionGate({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const me = useQuery(trpc.people.me.queryOptions(undefined, { staleTime: 60_000 }));
  const [last, setLast] = useState<Me>();
  if (me.data && me.data !== last) {
    if (last && last.userId !== me.data.userId) {
      // Before anything of theirs is drawn: nothing that somebody else had loaded is shown to them.
      const kept = queryClient.getQueryCache().find({ queryKey: trpc.people.me.queryKey() });
      queryClient.removeQueries({ predicate: (query) => query !== kept });
    }
    setLast(me.data);
  }

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
            <LiveProvider userId={last.userId}>{children}</LiveProvider>
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
