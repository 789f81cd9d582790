// The study centre that a link or a message named, when it takes no messages while others of the study do.
import type { FoundStudyPage } from "@studydesk/api/studies/study-page-view";

export function pausedSiteOf(
  { sites, openSites }: Pick<FoundStudyPage, "sites" | "openSites">,
  siteId: unknown,
): { name: string } | undefined {
  if (openSites.some((site) => String(site.siteId) === siteId)) return undefined;
  const site = sites.find((one) => String(one.siteId) === siteId);
  return site && { name: site.name };
}
