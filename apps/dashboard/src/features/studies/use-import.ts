// The import from the chosen file to the stored studies. Whatever fails, the file stays chosen and can
// be tried again as it is.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "../../lib/trpc";
import { judgeFiles } from "./judge-file";
import { type LinkChoices, withChoice } from "./link-choices";
import { type ImportPlan, readImport } from "./read-import";
import { type ImportStep, runImport } from "./run-import";

export function useImport() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const [refusal, setRefusal] = useState<string>();
  const [plan, setPlan] = useState<ImportPlan>();
  const [step, setStep] = useState<ImportStep>({ name: "storing" });
  const latest = useRef<File>(undefined);
  const fileText = useRef("");

  const reading = useMutation({
    mutationFn: async (chosen: File) => {
      fileText.current = await chosen.text();
      return readImport(client, fileText.current);
    },
    onSuccess: (read, chosen) => {
      // Somebody may have chosen another file while this one was under way.
      if (latest.current === chosen) setPlan(read);
    },
  });
  const importing = useMutation({
    mutationFn: (confirmed: ImportPlan) => runImport(client, fileText.current, confirmed, setStep),
    onSettled: () => queryClient.invalidateQueries(trpc.studies.pathFilter()),
  });

  function choose(files: readonly File[]) {
    const judged = judgeFiles(files);
    const [chosen] = files;
    if (!judged.ok || !chosen) {
      setRefusal(judged.ok ? undefined : judged.sentence);
      return;
    }
    setRefusal(undefined);
    setFile(chosen);
    setPlan(undefined);
    importing.reset();
    latest.current = chosen;
    reading.mutate(chosen);
  }

  function chooseSite(nctId: string, index: number, siteId: number | undefined) {
    const change = (choices: LinkChoices) => withChoice(choices, index, siteId);
    setPlan(
      (current) =>
        current && {
          ...current,
          studies: current.studies.map((each) =>
            each.study.nctId === nctId ? { ...each, choices: change(each.choices) } : each,
          ),
        },
    );
  }

  function startOver() {
    setFile(undefined);
    setPlan(undefined);
    setRefusal(undefined);
    reading.reset();
    importing.reset();
    latest.current = undefined;
    fileText.current = "";
  }

  return { file, refusal, plan, step, reading, importing, choose, chooseSite, startOver };
}
