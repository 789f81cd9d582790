// Stores the studies of a file, all or none, then links the chosen sites one by one. A link that fails
// stops nothing: it is named, and the study's own screen can make it.
import { errorSentence } from "../../lib/error-sentence";
import type { useTRPCClient } from "../../lib/trpc";
import { findStored } from "./link-choices";
import type { ImportPlan } from "./read-import";
import type { StudyPreview } from "./study-types";

export type ImportStep = { name: "storing" } | { name: "linking"; done: number; of: number };

export interface ImportedResult {
  studyId: number;
  nctId: string;
  title: string;
  effect: StudyPreview["effect"];
  linkedSites: string[];
  failedLinks: { siteName: string; sentence: string }[];
}

export async function runImport(
  client: ReturnType<typeof useTRPCClient>,
  fileText: string,
  plan: ImportPlan,
  onStep: (step: ImportStep) => void,
): Promise<ImportedResult[]> {
  onStep({ name: "storing" });
  const { studies } = await client.studies.import.mutate({
    fileText,
    expectedVersions: Object.fromEntries(
      plan.studies.map(({ study, version }) => [study.nctId, version]),
    ),
  });
  const of = countLinks(plan);
  let done = 0;
  const results: ImportedResult[] = [];
  for (const { studyId, effect, study } of studies) {
    const { nctId, title } = study;
    const result: ImportedResult = {
      ...{ studyId, nctId, title, effect },
      linkedSites: [],
      failedLinks: [],
    };
    results.push(result);
    const planned = plan.studies.find((each) => each.study.nctId === nctId);
    for (const [index, siteId] of planned?.choices ?? []) {
      onStep({ name: "linking", done, of });
      const siteName = plan.sites.find((site) => site.id === siteId)?.name ?? "A site";
      try {
        const { locations } = await client.studies.get.query({ studyId });
        const locationId = findStored(study.locations[index], locations)?.id ?? null;
        await client.studies.linkSite.mutate({ studyId, siteId, locationId });
        result.linkedSites.push(siteName);
      } catch (error) {
        result.failedLinks.push({ siteName, sentence: errorSentence(error) });
      }
      done += 1;
    }
  }
  return results;
}

export function countLinks(plan: ImportPlan): number {
  return plan.studies.reduce((sum, { choices }) => sum + choices.size, 0);
}
