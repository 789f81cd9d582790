// A made-up study that recruits at the given sites, imported the way that a real one is.
import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import type { Deps } from "../deps";
import { importStudy } from "../studies/import-study";

export interface StudyToBuild {
  nctId?: string;
  title?: string;
  overallStatus?: string;
  /** Sites that recruit for it. */
  siteIds?: readonly number[];
  /** As the registry writes it, "18 Years". */
  minimumAge?: string;
  maximumAge?: string;
}

export async function buildRecruitingStudy(
  deps: Deps,
  study: StudyToBuild = {},
): Promise<{ studyId: number; nctId: string }> {
  const { nctId = "NCT99000001", title = "A study of morning walks" } = study;
  const fileText = JSON.stringify({
    protocolSection: {
      identificationModule: { nctId, briefTitle: title },
      statusModule: { overallStatus: study.overallStatus ?? "RECRUITING" },
      conditionsModule: { conditions: ["Poor sleep"] },
      descriptionModule: { briefSummary: "Does a walk in the morning help people sleep?" },
      eligibilityModule: {
        eligibilityCriteria:
          "Inclusion Criteria:\n\n* Sleeps badly\n\nExclusion Criteria:\n\n* Works at night",
        minimumAge: study.minimumAge ?? "18 Years",
        ...(study.maximumAge ? { maximumAge: study.maximumAge } : {}),
      },
      contactsLocationsModule: {
        centralContacts: [{ name: "Study Contact", phone: "202-555-0100" }],
        locations: [{ facility: "Springfield General", city: "Springfield", country: "USA" }],
      },
    },
  });
  const [imported] = await importStudy(deps, null, { fileText });
  if (!imported) throw new Error("The made-up study was not imported.");
  const { studyId } = imported;
  for (const siteId of study.siteIds ?? []) {
    const at = deps.now().toISOString();
    await saveStudySite(deps.db, { studyId, siteId, locationId: null, at });
  }
  return { studyId, nctId };
}
