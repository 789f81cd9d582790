// Makes a site take part in a study. From then on it recruits, which the message says.
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { Site, StudyView } from "./study-types";

export function useLinkSite(study: StudyView) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mutation = useMutation(
    trpc.studies.linkSite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.studies.pathFilter()),
    }),
  );

  function pick(site: Site, locationId: number | null) {
    const wasLinked = study.studySites.some(({ siteId }) => siteId === site.id);
    mutation.mutate(
      { studyId: study.id, siteId: site.id, locationId },
      { onSuccess: () => showToast(whatHappened(study, site, wasLinked)) },
    );
  }

  return { pick, isPending: mutation.isPending, error: mutation.error };
}

function whatHappened(study: StudyView, site: Site, wasLinked: boolean): string {
  if (wasLinked) return `${site.name} is at this location now.`;
  return isRecruitingStatus(study.overallStatus)
    ? `${site.name} takes part and recruits: messages from the public page reach it now.`
    : `${site.name} takes part. Messages reach it once the record says that the study recruits.`;
}
