// What a new link is about must be the viewer's to see when it is made, and still be there.
import { findLead, holdLead } from "@studydesk/db/leads/lead-queries";
import type { Db } from "@studydesk/db/open-database";
import { notFound } from "@studydesk/domain/errors";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { refuseErased, refuseMerged } from "../leads/save-lead";
import { holdViewer } from "../people/hold-viewer";
import { getVisibleStudy } from "../studies/study-view";

/** The lead's, null for a study. Throws not_found for what the viewer does not see, rule_broken when erased or merged. */
export async function siteOfHome(trx: Db, asking: Viewer, home: NoteHome): Promise<number | null> {
  const viewer = await holdViewer(trx, asking);
  if ("studyId" in home) {
    await getVisibleStudy(trx, viewer, home.studyId);
    return null;
  }
  // An erasure under way is waited for, or what was sealed would outlive it.
  await holdLead(trx, home.leadId);
  const lead = await findLead(trx, siteIdsOf(viewer), home.leadId);
  if (!lead) throw notFound("lead");
  refuseErased(lead);
  // A link on it would be in no list of the lead that goes on.
  refuseMerged(lead);
  return lead.siteId;
}
