// No site where people work is left without an admin.
import { lockByName } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { listSitesWithoutOtherAdmin } from "@studydesk/db/people/role-queries";
import { DomainError } from "@studydesk/domain/errors";
import { lastAdminSentence } from "@studydesk/domain/people/account-policy";
import type { SiteRole } from "@studydesk/domain/people/viewer";

/** Two who take the admin role from each other at the same moment must go one after the other. */
export async function lockRoles(trx: Db): Promise<void> {
  await lockByName(trx, "roles");
}

/** `leaving`: what this person is about to hold no more. Call it under `lockRoles`. */
export async function requireOtherAdmin(
  trx: Db,
  userId: string,
  leaving: readonly SiteRole[],
): Promise<void> {
  const siteIds = leaving.filter(({ role }) => role === "admin").map(({ siteId }) => siteId);
  const [siteId] = await listSitesWithoutOtherAdmin(trx, userId, siteIds);
  if (siteId === undefined) return;
  throw new DomainError("rule_broken", lastAdminSentence, {
    reason: "last_admin",
    details: { siteId },
  });
}
