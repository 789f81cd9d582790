// Opens, pauses or closes one study site: shown at once, taken back for that study site alone when
// refused. A stale version is loaded again first, so that the explanation speaks of what is true.
import type { RecruitingStatus } from "@studydesk/domain/studies/study-inputs";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isStale } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import { recruitingLabels } from "./study-badges";
import type { StudySite, StudyView } from "./study-types";

export function useSetRecruiting({ id, studyId, siteName }: StudySite) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.studies.get.queryKey({ studyId });

  function show(change: Partial<StudySite>) {
    queryClient.setQueryData(key, (study) => study && withStudySite(study, id, change));
  }

  const mutation = useMutation(
    trpc.studies.setRecruiting.mutationOptions({
      scope: { id: `study-site-${id}` },
      onMutate: async ({ status }) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key)?.studySites.find((each) => each.id === id);
        show({ recruiting: status });
        return { before: before?.recruiting };
      },
      onSuccess: ({ studySite }, _input, { before }) => {
        show(studySite);
        offerUndo({
          message: `${siteName}: ${recruitingLabels[studySite.recruiting].toLowerCase()}.`,
          ...(before && before !== studySite.recruiting
            ? { run: () => set(before, studySite.version) }
            : {}),
          endsWithMessage: true,
        });
      },
      onError: async (error, _input, context) => {
        if (context?.before) show({ recruiting: context.before });
        if (isStale(error)) await queryClient.invalidateQueries({ queryKey: key });
      },
      onSettled: () => void queryClient.invalidateQueries(trpc.studies.list.queryFilter()),
    }),
  );

  function set(status: RecruitingStatus, expectedVersion: number) {
    mutation.mutate({ studySiteId: id, status, expectedVersion });
  }

  return { set, isPending: mutation.isPending, error: mutation.error, asked: mutation.variables };
}

function withStudySite(study: StudyView, id: number, change: Partial<StudySite>): StudyView {
  return {
    ...study,
    studySites: study.studySites.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}
