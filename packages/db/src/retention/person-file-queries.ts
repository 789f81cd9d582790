// What a copy of somebody's data is made of. Every table that points to a lead is in one of two lists here, read or
// left out with its reason; a test compares them with the schema.
import { toStoredRow } from "../audit/chain-queries";
import type { Db } from "../open-database";
import type { Row, Schema } from "../schema";

export const tablesInFile = [
  "leads",
  "submissions",
  "consents",
  "contactAttempts",
  "outbox",
  "visits",
  "answers",
  "reviews",
  "signatures",
  "activities",
  "leadImportRejects",
  "shares",
  "statusLinks",
] as const satisfies readonly (keyof Schema)[];

export const tablesLeftOut = {
  notes: "private notes, shown to nobody but their author",
  noteDrafts: "private notes, shown to nobody but their author",
  attachedNotes: "copies of private notes",
  receivedNotes: "sealed to somebody's browser: the server cannot read them",
  noteRequests: "sealed: the server cannot read what was asked for",
  leadChanges:
    "the same changes as on the timeline, kept for some days so that they can be taken back",
  leadNameParts: "the name in pieces, for searching",
  bulkItems: "lists for the desk's work; what came of them is on the timeline",
  presence: "which member of the team has the lead open at this moment",
  leadHolds: "whose turn it is at this moment",
  retentionNotices: "counted from when the lead was closed",
  leadSkips: "for whom it rests today; the reason is on the timeline",
  followUpReminders: "when the team was reminded of a follow-up",
  duplicateChecks: "a list of leads that are still to be compared",
  duplicatePairs: "names other people, who may be the same person or not",
  leadMerges: "what undoing a merge needs; that there was one is on the timeline",
  screenings: "counted from the answers",
  amendmentLeads: "counted from the answers",
  auditSalts: "a random number without meaning of its own",
} as const satisfies Partial<Record<keyof Schema, string>>;

/** The lead and those that were merged into it, however deep; oldest first. */
export async function listLeadsOfFile(db: Db, leadId: number): Promise<Row<"leads">[]> {
  const found: Row<"leads">[] = [];
  let ids = [leadId];
  let rows = await db.selectFrom("leads").selectAll().where("id", "in", ids).execute();
  while (rows.length > 0) {
    found.push(...rows);
    ids = rows.map(({ id }) => id);
    rows = await db.selectFrom("leads").selectAll().where("mergedIntoId", "in", ids).execute();
  }
  return found.sort((a, b) => a.id - b.id);
}

/** As they lie, oldest first. */
export async function readFileRows(
  db: Db,
  {
    siteId,
    leadIds,
    addresses,
  }: {
    siteId: number;
    leadIds: readonly number[];
    addresses: readonly string[];
  },
) {
  return {
    submissions: await db
      .selectFrom("submissions")
      .selectAll()
      .where("leadId", "in", leadIds)
      .orderBy("id")
      .execute(),
    consents: await db
      .selectFrom("consents")
      .innerJoin("consentTexts", "consentTexts.id", "consents.consentTextId")
      .select(["givenAt", "withdrawnAt", "consentTexts.number", "language", "text"])
      .where("leadId", "in", leadIds)
      .orderBy("consents.id")
      .execute(),
    attempts: await db
      .selectFrom("contactAttempts")
      .selectAll()
      .where("leadId", "in", leadIds)
      .orderBy("id")
      .execute(),
    mails: await db
      .selectFrom("outbox")
      .selectAll()
      .where("leadId", "in", leadIds)
      // Alerts to the team hold nothing about the person.
      .where("kind", "in", ["message_copy", "lead_message", "visit", "visit_reminder"])
      .orderBy("id")
      .execute(),
    visits: await db
      .selectFrom("visits")
      .selectAll()
      .where("leadId", "in", leadIds)
      .orderBy("id")
      .execute(),
    answers: await db
      .selectFrom("answers")
      .innerJoin("criteria", "criteria.id", "answers.criterionId")
      .selectAll("answers")
      .select(["criteria.label", "criteria.text"])
      .where("leadId", "in", leadIds)
      .orderBy("answers.id")
      .execute(),
    reviews: await db
      .selectFrom("reviews")
      .leftJoin("signatures", "signatures.reviewId", "reviews.id")
      .selectAll("reviews")
      .select(["signatures.signedAt", "signatures.meaning"])
      .where("reviews.leadId", "in", leadIds)
      .orderBy("reviews.id")
      .execute(),
    activities: await db
      .selectFrom("activities")
      .select(["at", "byUserId", "data"])
      .where("leadId", "in", leadIds)
      .orderBy("id")
      .execute(),
    imports: await db
      .selectFrom("leadImportRejects")
      .innerJoin("leadImports", "leadImports.id", "leadImportRejects.importId")
      .select(["importId", "row", "reason", "cells"])
      // What another site was sent is that site's to tell.
      .where("leadImports.siteId", "=", siteId)
      .where((eb) =>
        eb.or([
          eb("leadId", "in", leadIds),
          ...(addresses.length > 0 ? [eb("emailFolded", "in", addresses)] : []),
        ]),
      )
      .orderBy("importId")
      .orderBy("row")
      .execute(),
    shares: await db
      .selectFrom("shares")
      .select(["createdAt", "expiresAt", "views", "revokedAt"])
      .where("leadId", "in", leadIds)
      .orderBy("id")
      .execute(),
    links: await db
      .selectFrom("statusLinks")
      .select(["createdAt", "expiresAt", "revokedAt"])
      .where("leadId", "in", leadIds)
      .orderBy("id")
      .execute(),
    subscriptions:
      addresses.length === 0
        ? []
        : await db
            .selectFrom("subscriptions")
            .selectAll()
            .where("emailFolded", "in", addresses)
            .orderBy("id")
            .execute(),
  };
}

/** Who looked at the leads or took a copy, by the role held at the site now. */
export async function listAccess(
  db: Db,
  leadIds: readonly number[],
  siteId: number,
): Promise<{ at: string; action: string; who: "person" | "team" | "command"; roles: string[] }[]> {
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("subject", "=", "lead")
    .where("subjectId", "in", leadIds.map(String))
    .where("action", "in", ["lead.opened", "lead.data_copied"])
    .orderBy("sequence")
    .execute();
  const held = await db
    .selectFrom("siteRoles")
    .select(["userId", "role"])
    .where("siteId", "=", siteId)
    .orderBy("role")
    .execute();
  return rows.map(toStoredRow).map(({ at, action, actorId, details }) => ({
    ...{ at, action },
    who: actorId ? "team" : details.by === "command" ? "command" : "person",
    roles: held.filter(({ userId }) => userId === actorId).map(({ role }) => role),
  }));
}
