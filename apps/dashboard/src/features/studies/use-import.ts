// The import from the chosen file to the stored studies. Whatever fails, the file stays chosen and can
// be tried again as it is.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isStale } from "../../lib/error-sentence";
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
  const fileText = useRef("");

  const reading = useMutation({
    mutationFn: (text: string) => readImport(client, text),
    onSuccess: (read, text) => {
      // Somebody may have chosen another file while this one was under way.
      if (fileText.current === text) setPlan(read);
    },
  });
  const importing = useMutation({
    mutationFn: (confirmed: ImportPlan) => runImport(client, fileText.current, confirmed, setStep),
    // Another import came first: what was shown is compared again before anybody decides.
    onError: (error) => isStale(error) && reading.mutate(fileText.current),
    onSettled: () => queryClient.invalidateQueries(trpc.studies.pathFilter()),
  });

  async function choose(files: readonly File[]) {
    const judged = judgeFiles(files);
    const [chosen] = files;
    if (!judged.ok || !chosen) {
      setRefusal(judged.ok ? undefined : judged.sentence);
      return;
    }
    const text = await chosen.text().catch(() => undefined);
    if (text === undefined) {
      setRefusal(`“${chosen.name}” could not be read. It may have been moved; choose it again.`);
      return;
    }
    setRefusal(undefined);
    setFile(chosen);
    setPlan(undefined);
    importing.reset();
    fileText.current = text;
    reading.mutate(text);
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
    fileText.current = "";
  }

  return {
    ...{ file, refusal, plan, step, reading, importing },
    choose: (files: readonly File[]) => void choose(files),
    readAgain: () => reading.mutate(fileText.current),
    confirm: () => plan && importing.mutate(plan),
    chooseSite,
    startOver,
  };
}
