// The site that a command's option means, by its number or its name.
import type { Db } from "@studydesk/db/open-database";
import { findSite, findSitesCalled, type Site } from "@studydesk/db/sites/site-queries";
import { DomainError } from "@studydesk/domain/errors";

/** Throws not_found, or invalid where several sites are called so. */
export async function requireSite(db: Db, called: string): Promise<Site> {
  const byNumber = /^\d{1,9}$/.test(called) ? await findSite(db, Number(called)) : undefined;
  const found = byNumber ? [byNumber] : await findSitesCalled(db, called);
  const [site] = found;
  if (!site) {
    throw new DomainError(
      "not_found",
      "There is no such site. See which there are: pnpm studydesk sites. Add one: pnpm studydesk add-site.",
    );
  }
  if (found.length > 1) {
    const which = found.map(({ id, city }) => `${id.toString()} (${city})`).join(", ");
    throw new DomainError(
      "invalid",
      `Several sites have this name. Give the number of one: ${which}.`,
    );
  }
  return site;
}
