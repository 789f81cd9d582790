// Each site has a name of its own in its installation: people are invited, leads are moved and links are made by it.
import { lockByName } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { listSites } from "@studydesk/db/sites/site-queries";
import { DomainError } from "@studydesk/domain/errors";
import { foldSiteName } from "@studydesk/domain/sites/site-inputs";

/** Throws rule_broken where another site is called so. Nobody else names one until the transaction ends. */
export async function requireFreeName(trx: Db, name: string, ownId?: number): Promise<void> {
  await lockByName(trx, "names of sites");
  const sites = await listSites(trx, "all");
  const other = sites.find(
    (site) => site.id !== ownId && foldSiteName(site.name) === foldSiteName(name),
  );
  if (!other) return;
  throw new DomainError(
    "rule_broken",
    `There is a site called ${other.name} already, in ${other.city} (number ${other.id}). Use that one, or give this one a name of its own, such as one with its city.`,
    { reason: "site_name_taken", details: { siteId: other.id } },
  );
}
