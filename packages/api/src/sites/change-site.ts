// Changes what a site is called, where it is and what it promises. Overwrites nobody else's change.
import { inTransaction } from "@studydesk/db/open-database";
import { findSite, type SiteFields, updateSite } from "@studydesk/db/sites/site-queries";
import { notFound, staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { UpdateSiteInput } from "@studydesk/domain/sites/site-inputs";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { requireFreeName } from "./require-free-name";
import { type SiteView, toSiteView } from "./site-view";

/** For the owner, as its procedure says. */
export async function changeSite(
  { db, now, live }: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { siteId, expectedVersion, ...fields }: UpdateSiteInput,
): Promise<SiteView> {
  const at = now().toISOString();
  const changed = await inTransaction(db, async (trx) => {
    const before = await findSite(trx, siteId);
    if (!before) throw notFound("site");
    // Those that shared a name before it was refused keep it until somebody renames one.
    if (fields.name !== before.name) await requireFreeName(trx, fields.name, siteId);
    const site = await updateSite(trx, siteId, expectedVersion, fields);
    if (!site) throw staleVersion("site", before.version);
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "site.updated",
      subject: "site",
      subjectId: String(siteId),
      siteId,
      details: {
        changed: changedFields(before, fields).join(" "),
        promiseHoursFrom: before.promiseHours,
        promiseHoursTo: site.promiseHours,
      },
    });
    return site;
  });
  live.announce();
  return toSiteView(viewer, changed);
}

function changedFields(before: SiteFields, after: SiteFields): string[] {
  const names = ["name", "city", "countryCode", "timeZone", "promiseHours"] as const;
  return names.filter((name) => before[name] !== after[name]);
}
