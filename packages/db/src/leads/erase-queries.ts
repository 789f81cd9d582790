// Takes a person out of a lead, within one transaction: every column and row that holds something about
// them is emptied or deleted; times, statuses, outcomes, consents as facts, and the audit chain stay.
import { activitySchema } from "@studydesk/domain/leads/activity";
import { withoutFreeText } from "@studydesk/domain/leads/erasure";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { eraseRejects } from "../imports/reject-queries";
import type { Db } from "../open-database";
import { revokeStatusLinks } from "../status-page/status-link-queries";
import { type LeadRecord, selectLeads, toLeadRecord } from "./lead-record";

/** Takes back what stands of the consent, on all messages of the lead. */
export async function withdrawConsents(trx: Db, leadId: number, at: string): Promise<void> {
  await trx
    .updateTable("consents")
    .set({ withdrawnAt: at })
    .where("leadId", "=", leadId)
    .where("withdrawnAt", "is", null)
    .execute();
}

/** The lead as it was read just now; its version is left to the caller's own save. */
export async function eraseIdentity(trx: Db, lead: LeadRecord, at: string): Promise<void> {
  const addresses = await listAddressesOf(trx, lead);
  await eraseMail(trx, lead, addresses);
  await eraseWords(trx, lead.id);
  await eraseNotes(trx, lead.id, at);
  await eraseScreening(trx, lead.id);
  await revokeStatusLinks(trx, lead.id, at);
  await eraseRejects(trx, lead.id, [...addresses]);
  // What stood in the columns before can be taken back by nobody any more.
  await trx.deleteFrom("leadChanges").where("leadId", "=", lead.id).execute();
  await trx.deleteFrom("retentionNotices").where("leadId", "=", lead.id).execute();
  // Without it nobody can try names against the digests that the audit trail holds.
  await trx.deleteFrom("auditSalts").where("leadId", "=", lead.id).execute();
  await trx
    .updateTable("submissions")
    // The key of the press stays, or a browser that still holds the message would bring it back.
    .set({ ...noName, phone: "", message: null })
    .where("leadId", "=", lead.id)
    .execute();
  await trx
    .updateTable("leads")
    .set({
      ...noName,
      sortName: "",
      emailFolded: "",
      phone: null,
      phoneTyped: "",
      // It was guessed from the number.
      timeZone: lead.siteTimeZone,
      followUpAt: null,
      followUpNote: null,
      screeningNumber: null,
      contactChannel: null,
      contactHours: null,
      doNotContact: 1,
      erasedAt: at,
    })
    .where("id", "=", lead.id)
    .execute();
  await eraseMerges(trx, lead.id);
  for (const merged of await listMerged(trx, lead.id)) {
    await eraseIdentity(trx, merged, at);
    // Whoever has it open may not save over this.
    await trx
      .updateTable("leads")
      .set({ version: merged.version + 1 })
      .where("id", "=", merged.id)
      .execute();
  }
}

/** Leads that this one goes on for: the same person's, by the team's word. */
async function listMerged(trx: Db, leadId: number): Promise<LeadRecord[]> {
  const rows = await selectLeads(trx)
    .where("leads.mergedIntoId", "=", leadId)
    .where("leads.erasedAt", "is", null)
    .execute();
  return rows.map(toLeadRecord);
}

/** That there were merges stays; what the leads held, and who else they might have been, goes. */
async function eraseMerges(trx: Db, leadId: number): Promise<void> {
  await trx
    .updateTable("leadMerges")
    .set({ keptBefore: null, keptAfter: null, mergedBefore: null })
    .where((eb) => eb.or([eb("keptId", "=", leadId), eb("mergedId", "=", leadId)]))
    .execute();
  await trx
    .deleteFrom("duplicatePairs")
    .where((eb) => eb.or([eb("leadA", "=", leadId), eb("leadB", "=", leadId)]))
    .execute();
  await trx.deleteFrom("duplicateChecks").where("leadId", "=", leadId).execute();
}

const noName = {
  firstName: "",
  lastName: "",
  email: "",
  language: null,
  birthYear: null,
  pageLanguage: null,
  proof: null,
};

/** What somebody of the team wrote beside an attempt or a follow-up. */
async function eraseWords(trx: Db, leadId: number): Promise<void> {
  await trx
    .updateTable("contactAttempts")
    .set({ note: null })
    .where("leadId", "=", leadId)
    .execute();
  const rows = await trx
    .selectFrom("activities")
    .select(["id", "data"])
    .where("leadId", "=", leadId)
    .execute();
  for (const { id, data } of rows) {
    const kept = JSON.stringify(withoutFreeText(activitySchema.parse(JSON.parse(data))));
    if (kept === data) continue;
    await trx.updateTable("activities").set({ data: kept }).where("id", "=", id).execute();
  }
}

/** That it was answered, decided and signed stays, with the digests; what was said goes. */
async function eraseScreening(trx: Db, leadId: number): Promise<void> {
  const nothingSaid = { value: null, evidence: null };
  await trx.updateTable("answers").set(nothingSaid).where("leadId", "=", leadId).execute();
  const nothingWritten = { question: null, reply: null, reason: null };
  await trx.updateTable("reviews").set(nothingWritten).where("leadId", "=", leadId).execute();
  await trx.updateTable("signatures").set({ content: null }).where("leadId", "=", leadId).execute();
  await trx
    .updateTable("visits")
    .set({ note: null, place: null })
    .where("leadId", "=", leadId)
    .execute();
}

/** Private notes go; of their shares only the row stays, so that its log still says who opened it. */
async function eraseNotes(trx: Db, leadId: number, at: string): Promise<void> {
  for (const table of ["receivedNotes", "attachedNotes", "noteDrafts"] as const) {
    await trx.deleteFrom(table).where("leadId", "=", leadId).execute();
  }
  // Earlier wordings go with their note.
  await trx.deleteFrom("notes").where("leadId", "=", leadId).execute();
  await trx
    .updateTable("shares")
    .set((eb) => ({
      ciphertext: "",
      sealedMemo: null,
      revokedAt: eb.fn.coalesce("revokedAt", eb.val(at)),
    }))
    .where("leadId", "=", leadId)
    .execute();
  await trx
    .updateTable("noteRequests")
    .set((eb) => ({
      ciphertext: "",
      sealedLabel: null,
      revokedAt: eb.fn.coalesce("revokedAt", eb.val(at)),
    }))
    .where("leadId", "=", leadId)
    .execute();
}

/** Mail to the person: sent or not, it holds their name, their address and what they wrote. */
async function eraseMail(trx: Db, lead: LeadRecord, addresses: ReadonlySet<string>): Promise<void> {
  await trx
    .deleteFrom("outbox")
    .where("leadId", "=", lead.id)
    .where("kind", "in", ["message_copy", "lead_message", "visit", "visit_reminder"])
    .execute();
  // Links that were asked for again stand for all requests of an address, in whichever spelling.
  const links = await trx
    .selectFrom("outbox")
    .select(["id", "toAddress"])
    .where("kind", "=", "status_link")
    .execute();
  const ids = links
    .filter(({ toAddress }) => addresses.has(foldEmail(toAddress)))
    .map(({ id }) => id);
  if (ids.length > 0) await trx.deleteFrom("outbox").where("id", "in", ids).execute();
}

/** Folded: the one that holds, and those the person wrote under. Ask before they are erased. */
export async function listOwnAddresses(trx: Db, lead: LeadRecord): Promise<ReadonlySet<string>> {
  const sent = await trx
    .selectFrom("submissions")
    .select("email")
    .where("leadId", "=", lead.id)
    .execute();
  const addresses = [lead.email, ...sent.map(({ email }) => email)];
  const own = new Set(addresses.filter((address) => address !== "").map(foldEmail));
  for (const merged of await listMerged(trx, lead.id)) {
    for (const address of await listOwnAddresses(trx, merged)) own.add(address);
  }
  return own;
}

/**
 * Digits as they were typed or read, and those that the desk put right, of the lead and of those that were merged into
 * it. Ask before they are erased.
 */
export async function listNumbersOf(trx: Db, lead: LeadRecord): Promise<ReadonlySet<string>> {
  const sent = await trx
    .selectFrom("submissions")
    .select("phone")
    .where("leadId", "=", lead.id)
    .execute();
  const replaced = await listReplaced(trx, lead.id, "phone");
  const numbers = [lead.phone ?? "", ...sent.map(({ phone }) => phone), ...replaced];
  const own = new Set(numbers.map((number) => number.replace(/\D/g, "")).filter(Boolean));
  for (const merged of await listMerged(trx, lead.id)) {
    for (const number of await listNumbersOf(trx, merged)) own.add(number);
  }
  return own;
}

/** Besides their own also those that the desk put right: links may have been asked for under them. */
export async function listAddressesOf(trx: Db, lead: LeadRecord): Promise<ReadonlySet<string>> {
  const replaced = await listReplaced(trx, lead.id, "email");
  return new Set([...(await listOwnAddresses(trx, lead)), ...replaced.map(foldEmail)]);
}

/** What stood there before the desk put it right; a merged lead's timeline is the other one's. */
async function listReplaced(trx: Db, leadId: number, wanted: "email" | "phone"): Promise<string[]> {
  const edits = await trx
    .selectFrom("activities")
    .select("data")
    .where("leadId", "=", leadId)
    .where("kind", "=", "fields_changed")
    .execute();
  return edits.flatMap(({ data }) => {
    const activity = activitySchema.parse(JSON.parse(data));
    if (activity.kind !== "fields_changed") return [];
    return activity.changes.flatMap(({ fact, from }) => (fact === wanted && from ? [from] : []));
  });
}
