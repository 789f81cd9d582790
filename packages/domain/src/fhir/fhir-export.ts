// Taking studies and their subjects out as FHIR: what is asked, and who may have which form.
import { z } from "zod";
import { hasRole, siteIdsOf, siteIdsWithRole, type Viewer } from "../people/viewer";

export const fhirForms = ["de_identified", "identified"] as const;
export type FhirForm = (typeof fhirForms)[number];

const ids = z.array(z.int32().positive()).min(1).max(500);

export const exportFhirInput = z.object({
  /** Left out: all that the sites take part in. */
  studyIds: ids.optional(),
  /** Left out: all that may be exported in this form. */
  siteIds: ids.optional(),
  form: z.enum(fhirForms).default("de_identified"),
});
export type ExportFhirInput = z.infer<typeof exportFhirInput>;

/** Everybody at a site takes out what names nobody; people are told of to the site's admins alone. */
export function canExportFhir(viewer: Viewer, siteId: number, form: FhirForm): boolean {
  return form === "identified"
    ? hasRole(viewer, siteId, "admin")
    : siteIdsOf(viewer).includes(siteId);
}

export function siteIdsOfFhirExport(viewer: Viewer, form: FhirForm): number[] {
  return form === "identified" ? siteIdsWithRole(viewer, "admin") : siteIdsOf(viewer);
}
