// Where a person may keep notes: on the leads of their sites, and on the studies that they can open.
import { holdLead } from "@studydesk/db/leads/lead-queries";
import type { Db } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import { canWriteNote } from "@studydesk/domain/leads/lead-policy";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { getLead, refuseErased, refuseMerged } from "../leads/save-lead";
import { holdViewer } from "../people/hold-viewer";
import { getVisibleStudy } from "../studies/study-view";

/** Gives the lead's site; null for a study. Throws not_found, rule_broken, forbidden. */
export async function getHomeToWriteOn(
  trx: Db,
  asking: Viewer,
  home: NoteHome,
): Promise<number | null> {
  const viewer = await holdViewer(trx, asking);
  if ("studyId" in home) {
    await getVisibleStudy(trx, viewer, home.studyId);
    return null;
  }
  // An erasure under way is waited for, or the note would outlive it.
  await holdLead(trx, home.leadId);
  const lead = await getLead(trx, viewer, home.leadId);
  refuseErased(lead);
  refuseMerged(lead);
  if (canWriteNote(viewer, lead)) return lead.siteId;
  throw new DomainError("forbidden", "Only people of this site keep notes on its leads.");
}

/** Throws not_found. */
export async function getHomeToRead(db: Db, viewer: Viewer, home: NoteHome): Promise<void> {
  if ("leadId" in home) await getLead(db, viewer, home.leadId);
  else await getVisibleStudy(db, viewer, home.studyId);
}
