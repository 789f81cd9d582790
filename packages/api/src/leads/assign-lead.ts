// Gives a lead to somebody who works at its site, or to nobody.
import { type Assignee, listAssignees } from "@studydesk/db/leads/lead-details-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { AssignLeadInput } from "@studydesk/domain/leads/lead-inputs";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "./lead-view";
import { getLead, getLeadToChange, recordLeadChange, saveLead } from "./save-lead";

export async function assignLead(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: AssignLeadInput,
): Promise<LeadView> {
  const now = deps.now();
  const at = now.toISOString();
  const { ownerId } = input;
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["ownerId"]);
    const assignees = ownerId === null ? [] : await listAssignees(trx, lead.siteId);
    if (ownerId !== null && !assignees.some(({ userId }) => userId === ownerId)) {
      throw new DomainError(
        "invalid",
        "This person does not work on this site's leads. Pick one of those offered.",
        { reason: "not_an_assignee" },
      );
    }
    await saveLead(trx, viewer, lead, { ownerId }, at);
    const owners = { from: lead.ownerId, to: ownerId };
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [{ kind: "owner_changed", ...owners }],
      action: "lead.owner_changed",
      details: owners,
    });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now);
  });
  deps.live.announce();
  return view;
}

/** Who may be given leads of a site; throws not_found for a site where the viewer holds no role. */
export async function readAssignees(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  siteId: number,
): Promise<Assignee[]> {
  if (!siteIdsOf(viewer).includes(siteId)) throw notFound("site");
  return listAssignees(db, siteId);
}
