// Saves a change of a study's texts. After each the screen shows what the server has; a change that came
// too late brings what is there now, beside what was typed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";

function useReload() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.studyTexts.pathFilter());
}

const shownNow = "The public page shows it now.";

export function useSaveWording() {
  const reload = useReload();
  return useMutation(
    useTRPC().studyTexts.save.mutationOptions({
      onSuccess: () => showToast(`Saved. ${shownNow}`),
      onSettled: reload,
    }),
  );
}

export function useRemoveWording() {
  const reload = useReload();
  return useMutation(useTRPC().studyTexts.remove.mutationOptions({ onSettled: reload }));
}

export function useSaveFaqs() {
  const reload = useReload();
  return useMutation(
    useTRPC().studyTexts.saveFaqs.mutationOptions({
      onSuccess: () => showToast(`The questions are saved. ${shownNow}`),
      onSettled: reload,
    }),
  );
}

export function useResetFaqs() {
  const reload = useReload();
  return useMutation(
    useTRPC().studyTexts.resetFaqs.mutationOptions({
      onSuccess: () => showToast("The public page shows the general questions again."),
      onSettled: reload,
    }),
  );
}

export function usePublishConsent() {
  const reload = useReload();
  return useMutation(
    useTRPC().studyTexts.publishConsent.mutationOptions({
      onSuccess: ({ number }) => showToast(`Wording ${number} is in force. ${shownNow}`),
      onSettled: reload,
    }),
  );
}
