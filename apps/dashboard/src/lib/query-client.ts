// What was fetched, and when it is fetched again. A refusal is never retried; a lost connection is.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, isUnreachable, refusalOf } from "./error-sentence";

interface Notices {
  onSignedOut: () => void;
  /** The grace for a second factor ended while the desk was open. */
  onSecondFactorNeeded: () => void;
}

export function createQueryClient(on: Notices): QueryClient {
  const notice = (error: unknown) => {
    if (isSignedOut(error)) on.onSignedOut();
    if (refusalOf(error)?.reason === "two_factor_needed") on.onSecondFactorNeeded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => isUnreachable(error) && count < 2,
      },
    },
  });
}
