// What a chosen file would do: the server's reading of it, the sites to choose from, and what of it is
// linked already.
import type { useTRPCClient } from "../../lib/trpc";
import { type LinkChoices, linksInPlace, proposeLinks } from "./link-choices";
import type { Site, StudyPreview } from "./study-types";

export interface PlannedStudy extends StudyPreview {
  inPlace: LinkChoices;
  /** Filled with what is proposed; the owner changes it before confirming. */
  choices: LinkChoices;
}

export interface ImportPlan {
  studies: readonly PlannedStudy[];
  sites: readonly Site[];
}

export async function readImport(
  client: ReturnType<typeof useTRPCClient>,
  fileText: string,
): Promise<ImportPlan> {
  const [{ studies }, { sites }, known] = await Promise.all([
    client.studies.previewImport.mutate({ fileText }),
    client.sites.list.query(),
    client.studies.list.query(),
  ]);
  const planned = studies.map(async (preview): Promise<PlannedStudy> => {
    const { locations, nctId } = preview.study;
    const row = known.studies.find((study) => study.nctId === nctId);
    const stored = row && (await client.studies.get.query({ studyId: row.id }));
    const inPlace = linksInPlace(locations, stored);
    return { ...preview, inPlace, choices: proposeLinks(locations, sites, inPlace) };
  });
  return { sites, studies: await Promise.all(planned) };
}
