// Sites as the dashboard asks for them: one's own, and for the owner all of them.
import { listSites } from "@studydesk/db/sites/site-queries";
import { siteIdsOf } from "@studydesk/domain/people/viewer";
import { createSiteInput, updateSiteInput } from "@studydesk/domain/sites/site-inputs";
import { ownerProcedure, router, staffProcedure } from "../trpc";
import { changeSite } from "./change-site";
import { createSite } from "./create-site";
import { toSiteView } from "./site-view";

export const sitesRouter = router({
  list: staffProcedure.query(async ({ ctx: { deps, viewer } }) => {
    const sites = await listSites(deps.db, viewer.isOwner ? "all" : siteIdsOf(viewer));
    return { sites: sites.map((site) => toSiteView(viewer, site)) };
  }),
  create: ownerProcedure
    .input(createSiteInput)
    .mutation(async ({ ctx: { deps, viewer }, input }) => ({
      site: toSiteView(viewer, await createSite(deps, viewer.userId, input)),
    })),
  update: ownerProcedure
    .input(updateSiteInput)
    .mutation(async ({ ctx: { deps, viewer }, input }) => ({
      site: await changeSite(deps, viewer, input),
    })),
});
