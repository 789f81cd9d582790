// Lays a sealed copy of a private note beside the review that is open, and takes it back until somebody
// decided. The audit knows that it happened, and by whom; what the note says it does not.
import { randomBytes } from "node:crypto";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findPerson } from "@studydesk/db/people/person-queries";
import {
  addAttachedNote,
  deleteAttachedNote,
  findOwnAttachedNote,
  listAttachedNotes,
} from "@studydesk/db/reviews/attached-note-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  type AttachedContent,
  type AttachNoteInput,
  type DetachNoteInput,
  mostAttached,
} from "@studydesk/domain/reviews/attached-note";
import { canonicalJson } from "@studydesk/domain/reviews/canonical-json";
import type { Deps } from "../deps";
import { getLead, recordLeadChange, refuseErased, refuseMerged } from "../leads/save-lead";
import { openNote } from "../notes/note-view";
import { sealAtRest } from "../notes/seal-at-rest";
import { getNote } from "../notes/write-note";
import { sha256 } from "../sha256";
import { isStillOpen } from "./attached-notes";

type AttachDeps = Pick<Deps, "db" | "now" | "noteKeys" | "live">;

/** A second time, the copy is made anew, as long as nobody decided by the first. Throws not_found, rule_broken. */
export async function attachNote(
  { db, now, noteKeys, live }: AttachDeps,
  viewer: Viewer,
  { noteId }: AttachNoteInput,
): Promise<{ attachedId: number }> {
  const at = now().toISOString();
  const attachedId = await inTransaction(db, async (trx) => {
    const { leadId } = await getNote(trx, viewer, noteId);
    if (leadId === null) throw notOfCandidate();
    const lead = await holdLeadToAttach(trx, viewer, leadId);
    const reviewId = lead.status === "investigator_review" ? lead.reviewId : null;
    if (reviewId === null) throw notWaiting();
    // A merge may have been waited for: read again what it is now.
    const note = openNote(noteKeys, await getNote(trx, viewer, noteId));
    const attached = await listAttachedNotes(trx, lead.id);
    const beside = attached.filter((each) => each.reviewId === reviewId);
    const earlier = attached.find((each) => each.noteId === noteId && isStillOpen(each, lead));
    if (earlier) await deleteAttachedNote(trx, earlier);
    else if (beside.length >= mostAttached) throw tooMany();
    const { userId: authorId } = viewer;
    const content = canonicalJson({
      salt: randomBytes(16).toString("base64url"),
      body: note.body,
      quote: note.anchor?.exact ?? null,
      writtenAt: note.updatedAt,
      attachedAt: at,
      byName: (await findPerson(trx, authorId))?.name ?? viewer.name,
    } satisfies AttachedContent);
    const id = await addAttachedNote(
      trx,
      {
        reviewId,
        leadId: lead.id,
        authorId,
        noteId,
        contentSha256: sha256(content),
        attachedAt: at,
      },
      (rowId) => sealAtRest(noteKeys, { table: "attachedNotes", rowId, authorId }, content),
    );
    await record(trx, viewer, lead, { action: "lead.note_attached", reviewId, attachedId: id, at });
    return id;
  });
  live.announce();
  return { attachedId };
}

/** Throws not_found (also for somebody else's copy), rule_broken. */
export async function detachNote(
  { db, now, live }: Omit<AttachDeps, "noteKeys">,
  viewer: Viewer,
  { attachedId }: DetachNoteInput,
): Promise<void> {
  const { userId: authorId } = viewer;
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    const seen = await findOwnAttachedNote(trx, { id: attachedId, authorId });
    if (!seen) throw notFound("copy");
    const lead = await holdLeadToAttach(trx, viewer, seen.leadId);
    const attached = await findOwnAttachedNote(trx, { id: attachedId, authorId });
    if (!attached) throw notFound("copy");
    if (!isStillOpen(attached, lead)) throw decidedAlready();
    await deleteAttachedNote(trx, attached);
    const { reviewId } = attached;
    await record(trx, viewer, lead, { action: "lead.note_detached", reviewId, attachedId, at });
  });
  live.announce();
}

/** Until the transaction ends nobody decides about the lead, merges or erases it. */
async function holdLeadToAttach(trx: Db, viewer: Viewer, leadId: number): Promise<LeadRecord> {
  await holdLead(trx, leadId);
  const lead = await getLead(trx, viewer, leadId);
  refuseErased(lead);
  refuseMerged(lead);
  return lead;
}

/** On no timeline: that there is a note is for its author and the investigators alone. */
async function record(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  {
    action,
    at,
    ...details
  }: { action: AuditAction; at: string; reviewId: number; attachedId: number },
): Promise<void> {
  await recordLeadChange(trx, viewer, { lead, at, activities: [], action, details });
}

function notOfCandidate(): DomainError {
  return new DomainError(
    "rule_broken",
    "Only a note on the candidate can lie beside a review. Write one on the lead, and attach that.",
    { reason: "not_of_candidate" },
  );
}

function notWaiting(): DomainError {
  return new DomainError(
    "rule_broken",
    "This candidate does not wait for an investigator, so there is no review to attach the note to. Send the candidate to review first.",
    { reason: "not_waiting" },
  );
}

function tooMany(): DomainError {
  return new DomainError(
    "rule_broken",
    `${mostAttached} notes lie beside this review already, and each is to be read. Take one back first, or put two into one.`,
    { reason: "too_many" },
  );
}

function decidedAlready(): DomainError {
  return new DomainError(
    "rule_broken",
    "The investigator decided with this note in front of them, so its copy stays with the decision.",
    { reason: "decided" },
  );
}
