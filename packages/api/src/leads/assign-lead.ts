// Gives a lead to somebody who works at its site, or to nobody.
import {
  type Assignee,
  countOpenLeadsOf,
  listAssignees,
} from "@studydesk/db/leads/lead-details-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { AssignLeadInput } from "@studydesk/domain/leads/lead-inputs";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "./lead-view";
import {
  batchOf,
  getLead,
  getLeadToChange,
  type LeadWork,
  recordLeadChange,
  saveLead,
} from "./save-lead";

export async function assignLead(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: AssignLeadInput,
): Promise<LeadView> {
  const now = deps.now();
  const { ownerId } = input;
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["ownerId"]);
    const changeId = await giveLeadTo(trx, viewer, lead, ownerId, { now });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.live.announce();
  return view;
}

/** Gives the change's id. Throws invalid for somebody who does not work at the lead's site. */
export async function giveLeadTo(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  ownerId: string | null,
  work: LeadWork,
): Promise<number> {
  if (ownerId !== null) await requireAssignee(trx, lead.siteId, ownerId);
  const at = work.now.toISOString();
  const changeId = await saveLead(trx, viewer, lead, { ownerId }, at, { batch: batchOf(work) });
  const owners = { from: lead.ownerId, to: ownerId };
  const record = {
    lead,
    at,
    activities: [{ kind: "owner_changed", ...owners }],
    action: "lead.owner_changed",
    details: owners,
  } as const;
  await recordLeadChange(trx, viewer, record, work);
  return changeId;
}

async function requireAssignee(trx: Db, siteId: number, userId: string): Promise<void> {
  const assignees = await listAssignees(trx, siteId);
  if (assignees.some((assignee) => assignee.userId === userId)) return;
  throw new DomainError(
    "invalid",
    "This person does not work on this site's leads. Pick one of those offered.",
    { reason: "not_an_assignee" },
  );
}

/** Who may be given leads of a site, and how many open ones each has; throws not_found for another site. */
export async function readAssignees(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  siteId: number,
): Promise<(Assignee & { openLeads: number })[]> {
  if (!siteIdsOf(viewer).includes(siteId)) throw notFound("site");
  const assignees = await listAssignees(db, siteId);
  const ids = assignees.map(({ userId }) => userId);
  const loads = await countOpenLeadsOf(db, siteId, ids);
  return assignees.map((one) => ({ ...one, openLeads: loads.get(one.userId) ?? 0 }));
}
