// The whole log as a file.
import type { ScreeningLogFileInput } from "@studydesk/domain/reports/report";
import { useMutation } from "@tanstack/react-query";
import { downloadFile } from "../../../lib/download-file";
import { showToast } from "../../../lib/toasts";

export function useLogFile(wanted: ScreeningLogFileInput) {
  const file = useMutation({
    mutationFn: () =>
      downloadFile(
        {
          address: "/api/reports/screening-log",
          body: wanted,
          fallbackName: "screening-log.csv",
        },
        () => {},
        new AbortController().signal,
      ),
    onSuccess: () => showToast("The screening log was saved as a file"),
  });
  return { isLoading: file.isPending, error: file.error, load: () => file.mutate() };
}
