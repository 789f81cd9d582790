// What somebody leaves behind: their open leads, by site, where the viewer may give them to others.
import { countOpenLeadsOf } from "@studydesk/db/leads/lead-details-queries";
import { listSites } from "@studydesk/db/sites/site-queries";
import type { AccountInput } from "@studydesk/domain/people/people-inputs";
import { siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { getAccount } from "./get-account";

export interface OpenLeadsAtSite {
  siteId: number;
  siteName: string;
  count: number;
}

export async function readOpenLeads(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { userId }: AccountInput,
): Promise<{ sites: OpenLeadsAtSite[] }> {
  await getAccount(db, viewer, userId);
  const sites = await listSites(db, siteIdsWithRole(viewer, "coordinator", "admin"));
  const counted: OpenLeadsAtSite[] = [];
  for (const { id, name } of sites) {
    const count = (await countOpenLeadsOf(db, id, [userId])).get(userId) ?? 0;
    if (count > 0) counted.push({ siteId: id, siteName: name, count });
  }
  return { sites: counted };
}
