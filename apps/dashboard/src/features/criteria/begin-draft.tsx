// Begins the next version of a study's criteria as a draft, or opens the one that is there.
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { CriteriaVersion } from "./criteria-types";

interface Props {
  studyId: number;
  /** Undefined: there is no version yet. */
  inForce: number | undefined;
}

export function BeginDraft({ studyId, inForce }: Props) {
  const begin = useBeginDraft(studyId);
  return (
    <Button loading={begin.isPending} onClick={() => begin.mutate({ studyId })}>
      {inForce === undefined ? "Write criteria" : "Change the criteria"}
    </Button>
  );
}

/** `onBegun` runs before the draft is shown. */
export function useBeginDraft(studyId: number, onBegun?: (draft: CriteriaVersion) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    trpc.criteria.beginDraft.mutationOptions({
      async onSuccess(draft) {
        onBegun?.(draft);
        queryClient.setQueryData(trpc.criteria.read.queryKey({ versionId: draft.id }), draft);
        await queryClient.invalidateQueries(trpc.criteria.versions.queryFilter({ studyId }));
        await navigate({
          to: "/studies/$studyId/criteria",
          params: { studyId },
          search: { version: draft.id },
        });
      },
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
    }),
  );
}
