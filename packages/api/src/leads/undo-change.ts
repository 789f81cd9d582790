// Takes a change of a lead back, as a new audited change: whoever made it, within their session's life,
// once. What somebody wrote since stays as they wrote it, and is named in the answer.
import {
  findLeadChange,
  type LeadChangeEntry,
  listLeadChangesAfter,
} from "@studydesk/db/leads/lead-change-queries";
import { listAssignees } from "@studydesk/db/leads/lead-details-queries";
import { holdLead, type LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { listNamesOf } from "@studydesk/db/people/person-queries";
import { isSignedAt } from "@studydesk/db/reviews/signature-queries";
import { DomainError } from "@studydesk/domain/errors";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import type { UndoChangeInput } from "@studydesk/domain/leads/lead-inputs";
import { canWorkOnLead } from "@studydesk/domain/leads/lead-policy";
import {
  type LeadStatus,
  moveRefusalSentences,
  refusalToReturn,
} from "@studydesk/domain/leads/lead-status";
import {
  type KeptField,
  planUndo,
  type UndoField,
  undoFieldWords,
  undoWithinMs,
} from "@studydesk/domain/leads/undo";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { auditedChanges } from "../audit/audited-changes";
import type { Deps } from "../deps";
import { pinToVersionInForce } from "../screening/refresh-screening";
import { endLinksOfFormerAddress } from "./end-links-of-former-address";
import { readLeadForMove } from "./lead-for-move";
import { type LeadView, readLeadView } from "./lead-view";
import {
  batchOf,
  getLead,
  type LeadWork,
  recordLeadChange,
  refuseErased,
  refuseMerged,
  saveLead,
} from "./save-lead";
import { requireFreeNumber } from "./set-screening-number";
import { turnAttempt } from "./turn-attempt";

export interface Undone {
  lead: LeadView;
  /** What was taken back, what was not, and why. */
  sentence: string;
  /** Whether all of it was. */
  isWhole: boolean;
}

/** Throws not_found, forbidden, conflict, and rule_broken where nothing may be, or is left to be, taken back. */
export async function undoChange(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { changeId }: UndoChangeInput,
): Promise<Undone> {
  const now = deps.now();
  const undone = await inTransaction(deps.db, async (trx) => {
    const { leadId, undoId, sentence, isWhole } = await takeBack(trx, viewer, changeId, { now });
    const lead = await getLead(trx, viewer, leadId);
    const view = await readLeadView(trx, viewer, lead, now, { changeId: undoId });
    return { lead: view, sentence, isWhole };
  });
  deps.live.announce();
  return undone;
}

export interface TakenBack {
  leadId: number;
  /** The change that took the other back. */
  undoId: number;
  sentence: string;
  isWhole: boolean;
}

export async function takeBack(
  trx: Db,
  viewer: Viewer,
  changeId: number,
  work: LeadWork,
): Promise<TakenBack> {
  const change = await getOwnChange(trx, viewer, changeId, work.now);
  await getLead(trx, viewer, change.leadId);
  // Before its mail, whose event takes the chain's lock: whoever is at the lead wants that one next.
  await holdLead(trx, change.leadId);
  const lead = await getLead(trx, viewer, change.leadId);
  refuseErased(lead);
  refuseMerged(lead);
  if (!canWorkOnLead(viewer, lead)) {
    throw new DomainError(
      "forbidden",
      "Coordinators and admins of this site work on its leads. Ask one of them to take this back.",
    );
  }
  const later = await listLeadChangesAfter(trx, lead.id, change.version);
  if (later.some(({ undoes }) => undoes === changeId)) throw undoneAlready();
  const isSigned = await isSignedAt(trx, lead.id, change.at);
  const plan = planUndo({ ...change, isSigned }, { ...lead }, later);
  const keptWords = await wordsForKept(trx, viewer, plan.kept);
  if (plan.fields.length === 0 && change.attemptId === null) {
    throw new DomainError("rule_broken", `Nothing was taken back. ${keptWords}`.trim(), {
      reason: "changed_since",
    });
  }
  const at = work.now.toISOString();
  const { attemptId } = change;
  const restored: LeadChanges = Object.fromEntries(
    Object.entries(change.before).filter(([column]) => plan.columns.includes(column)),
  );
  if (restored.ownerId) await refuseGoneOwner(trx, lead.siteId, restored.ownerId);
  if (restored.screeningNumber) await requireFreeNumber(trx, lead, restored.screeningNumber);
  const changes: LeadChanges = {
    ...restored,
    ...derivedNames(lead, restored),
    ...(attemptId === null ? {} : await turnAttempt(trx, lead, attemptId, at)),
  };
  const fields: UndoField[] = [...(attemptId === null ? [] : ["attempt" as const]), ...plan.fields];
  const undoId = await saveLead(trx, viewer, lead, changes, at, {
    undoes: changeId,
    ...(attemptId === null ? {} : { attemptId }),
    batch: batchOf(work),
  });
  await endLinksOfFormerAddress(trx, lead, changes, at);
  const again = change.undoes !== null;
  const status = changes.status ?? null;
  if (status !== null) {
    await pinToVersionInForce(trx, { ...lead, status }, at);
    await requireGuards(trx, lead, status);
  }
  const record = {
    lead,
    at,
    activities: [{ kind: "change_undone", fields, status, attemptId, again }],
    action: "lead.change_undone",
    details: {
      changeId,
      fields: fields.join(" "),
      again,
      ...(status === null ? {} : { from: lead.status, to: status }),
      ...(attemptId === null ? {} : { attemptId }),
      ...(await auditedChanges(trx, lead, changes)),
    },
  } as const;
  await recordLeadChange(trx, viewer, record, work);
  return {
    leadId: lead.id,
    undoId,
    sentence: `${again ? "Done again" : "Taken back"}: ${listWords(fields)}. ${keptWords}`.trim(),
    isWhole: plan.kept.length === 0,
  };
}

/** Somebody else's change answers like one that is not there. */
async function getOwnChange(
  trx: Db,
  viewer: Viewer,
  changeId: number,
  now: Date,
): Promise<LeadChangeEntry> {
  const change = await findLeadChange(trx, changeId);
  if (!change || change.byUserId !== viewer.userId) {
    throw new DomainError(
      "not_found",
      "This change cannot be taken back: it is not yours, or its lead was erased. Change the lead itself.",
    );
  }
  if (Date.parse(change.at) < now.getTime() - undoWithinMs) {
    throw new DomainError(
      "rule_broken",
      "This change is too old to be taken back. Open the lead and change it there.",
      { reason: "too_late" },
    );
  }
  return change;
}

/** By undoing nobody gets past the investigator: answers may have changed since the lead was there. */
async function requireGuards(trx: Db, lead: LeadRecord, to: LeadStatus): Promise<void> {
  const refusal = refusalToReturn(await readLeadForMove(trx, lead), to);
  if (!refusal) return;
  throw new DomainError("rule_broken", `Nothing was taken back. ${moveRefusalSentences[refusal]}`, {
    reason: refusal,
  });
}

/** A lead is given to nobody who does not work there, by undoing as little as by hand. */
async function refuseGoneOwner(trx: Db, siteId: number, ownerId: string): Promise<void> {
  const assignees = await listAssignees(trx, siteId);
  if (assignees.some(({ userId }) => userId === ownerId)) return;
  throw new DomainError(
    "rule_broken",
    "Who owned this lead before does not work at its site any more, so nothing was taken back. Give it to somebody who does.",
    { reason: "owner_gone" },
  );
}

function undoneAlready(): DomainError {
  return new DomainError("rule_broken", "This was taken back already. Nothing more was changed.", {
    reason: "undone_already",
  });
}

function derivedNames(lead: LeadRecord, { firstName, lastName }: LeadChanges): LeadChanges {
  if (firstName === undefined && lastName === undefined) return {};
  return { sortName: sortNameOf(firstName ?? lead.firstName, lastName ?? lead.lastName) };
}

async function wordsForKept(db: Db, viewer: Viewer, kept: readonly KeptField[]): Promise<string> {
  const userIds = kept.flatMap(({ byUserId }) => byUserId ?? []);
  const names = await listNamesOf(db, userIds);
  const sinceWords = (userId: string | null, them: string) => {
    if (userId === viewer.userId) return `you changed ${them} since`;
    const name = userId === null ? undefined : names.get(userId);
    return name
      ? `${name} changed ${them} since`
      : `${them === "it" ? "it was" : "they were"} changed since`;
  };
  return [...Map.groupBy(kept, ({ because, byUserId }) => `${because} ${byUserId}`).values()]
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const fields = [first, ...others].map(({ field }) => field);
      const why =
        first.because === "changed_since"
          ? sinceWords(first.byUserId, fields.length > 1 ? "them" : "it")
          : keptBecause[first.because];
      const words = listWords(fields);
      return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${fields.length > 1 ? "stay" : "stays"}: ${why}.`;
    })
    .join(" ");
}

const keptBecause = {
  consent_withdrawn: "the person took back the consent to be contacted",
  signed: "it was signed, and only a further decision changes it",
};

function listWords(fields: readonly UndoField[]): string {
  return new Intl.ListFormat("en").format(fields.map((field) => undoFieldWords[field]));
}
