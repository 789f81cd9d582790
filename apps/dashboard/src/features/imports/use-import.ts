// One import, as it stands: asked again and again while the server is at it, here and in every other window.
import { workingImportStates } from "@studydesk/domain/imports/import-state";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";

const everyMs = 700;

export function useImport(importId: number) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useQuery(
    trpc.imports.get.queryOptions(
      { importId },
      {
        refetchInterval: ({ state }) =>
          state.data && workingImportStates.includes(state.data.state) ? everyMs : false,
      },
    ),
  );
  const again = {
    onSettled: () => queryClient.invalidateQueries(trpc.imports.pathFilter()),
  };
  const check = useMutation(trpc.imports.check.mutationOptions(again));
  const reopen = useMutation(trpc.imports.reopen.mutationOptions(again));
  const start = useMutation(trpc.imports.start.mutationOptions(again));
  const stop = useMutation(trpc.imports.stop.mutationOptions(again));
  const forget = useMutation(trpc.imports.forget.mutationOptions(again));
  const takeBack = useMutation(trpc.imports.takeBack.mutationOptions(again));
  const all = [check, reopen, start, stop, forget, takeBack];
  return {
    query,
    isBusy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error)?.error ?? null,
    check: check.mutate,
    reopen: () => reopen.mutate({ importId }),
    start: () => start.mutate({ importId }),
    stop: () => stop.mutate({ importId }),
    forget: () => forget.mutate({ importId }),
    takeBack: () => takeBack.mutate({ importId }),
  };
}
export type ImportDesk = ReturnType<typeof useImport>;
