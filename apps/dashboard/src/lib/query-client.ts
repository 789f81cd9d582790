// What was fetched, and when it is fetched again. A refusal is never retried; a lost connection is.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, isUnreachable } from "./error-sentence";

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const notice = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
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
