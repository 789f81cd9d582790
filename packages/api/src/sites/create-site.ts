// A new site of this installation. It takes leads once a study is linked to it.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addEvent } from "@studydesk/db/events";
import { inTransaction } from "@studydesk/db/open-database";
import { addSite, type Site } from "@studydesk/db/sites/site-queries";
import type { CreateSiteInput } from "@studydesk/domain/sites/site-inputs";
import type { Deps } from "../deps";
import { requireFreeName } from "./require-free-name";

/** For the owner; `actorId` is null for the command line. */
export async function createSite(
  { db, now, live }: Pick<Deps, "db" | "now" | "live">,
  actorId: string | null,
  input: CreateSiteInput,
): Promise<Site> {
  const at = now().toISOString();
  const site = await inTransaction(db, async (trx) => {
    await requireFreeName(trx, input.name);
    const made = await addSite(trx, { ...input, at });
    const subjectId = String(made.id);
    await addAudit(trx, {
      at,
      actorId,
      action: "site.created",
      subject: "site",
      subjectId,
      siteId: made.id,
      details: { timeZone: made.timeZone, promiseHours: made.promiseHours },
    });
    await addEvent(trx, { at, kind: "people", subjectId, siteId: null, byUserId: actorId });
    return made;
  });
  live.announce();
  return site;
}
