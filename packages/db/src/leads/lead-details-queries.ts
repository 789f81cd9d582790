// What lies beside a lead: the messages it came with, the consent in force, who may take it on.
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import type { Role } from "@studydesk/domain/people/viewer";
import type { AgeLimits } from "@studydesk/domain/studies/age-limits";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";

type OfLead = { siteIds: readonly number[]; leadId: number };

const listSubmissionRows = compileOnce<OfLead>()((db, { one, each }) =>
  db
    .selectFrom("submissions")
    .innerJoin("leads", "leads.id", "submissions.leadId")
    .select([
      "submissions.id",
      "submissions.receivedAt",
      "submissions.firstName",
      "submissions.lastName",
      "submissions.email",
      "submissions.phone",
      "submissions.language",
      "submissions.message",
      "submissions.birthYear",
      "submissions.proof",
    ])
    .where("submissions.leadId", "=", one("leadId"))
    .where(isWithin("leads.siteId", each("siteIds")))
    .orderBy("submissions.id", "desc"),
);

/** Newest first. */
export function listSubmissions(
  db: Db,
  siteIds: readonly number[],
  leadId: number,
): Promise<Omit<Row<"submissions">, "leadId" | "requestKey" | "pageLanguage">[]> {
  return listSubmissionRows(db, { siteIds, leadId });
}

/** The ages that the study of a lead takes. */
export async function findStudyAges(db: Db, studyId: number): Promise<AgeLimits> {
  const { imported } = await db
    .selectFrom("studies")
    .select("imported")
    .where("id", "=", studyId)
    .executeTakeFirstOrThrow();
  const study: ImportedStudy = JSON.parse(imported);
  return study;
}

export interface Consent {
  givenAt: string;
  text: string;
  number: number;
  language: string;
}

const findConsentRow = compileOnce<OfLead>()((db, { one, each }) =>
  db
    .selectFrom("consents")
    .innerJoin("leads", "leads.id", "consents.leadId")
    .innerJoin("consentTexts", "consentTexts.id", "consents.consentTextId")
    .select([
      "consents.givenAt",
      "consentTexts.text",
      "consentTexts.number",
      "consentTexts.language",
    ])
    .where("consents.leadId", "=", one("leadId"))
    .where("consents.withdrawnAt", "is", null)
    .where(isWithin("leads.siteId", each("siteIds")))
    .orderBy("consents.id", "desc")
    .limit(1),
);

/** The newest consent to contact that was not withdrawn. */
export async function findConsent(
  db: Db,
  siteIds: readonly number[],
  leadId: number,
): Promise<Consent | undefined> {
  const [consent] = await findConsentRow(db, { siteIds, leadId });
  return consent;
}

export interface Assignee {
  userId: string;
  name: string;
  roles: Role[];
}

/** How many open leads of a site each of these people has. */
export async function countOpenLeadsOf(
  db: Db,
  siteId: number,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("leads")
    .select((eb) => ["leads.ownerId", eb.fn.countAll<number>().as("count")])
    .where("leads.siteId", "=", siteId)
    .where("leads.ownerId", "in", [...userIds])
    .where("leads.status", "in", openLeadStatuses)
    .groupBy("leads.ownerId")
    .execute();
  return new Map(rows.flatMap(({ ownerId, count }) => (ownerId ? [[ownerId, count]] : [])));
}

/** Who does the desk's work at a site (coordinators and admins), by name, with all roles held there. */
export async function listAssignees(db: Db, siteId: number): Promise<Assignee[]> {
  const held = await db
    .selectFrom("siteRoles")
    .innerJoin("user", "user.id", "siteRoles.userId")
    .select(["siteRoles.userId", "user.name", "siteRoles.role"])
    .where("siteRoles.siteId", "=", siteId)
    .orderBy("user.name")
    .orderBy("siteRoles.userId")
    .orderBy("siteRoles.role")
    .execute();
  return [...Map.groupBy(held, (row) => row.userId)].flatMap(([userId, rows]) => {
    const works = rows.some(({ role }) => role === "coordinator" || role === "admin");
    const [first] = rows;
    if (!works || !first) return [];
    return [{ userId, name: first.name, roles: rows.map(({ role }) => role) }];
  });
}

/** The addresses of those who do the desk's work at a site. */
export async function listAssigneeMails(
  db: Db,
  siteId: number,
): Promise<{ userId: string; email: string }[]> {
  return db
    .selectFrom("siteRoles")
    .innerJoin("user", "user.id", "siteRoles.userId")
    .select(["user.id as userId", "user.email"])
    .distinct()
    .where("siteRoles.siteId", "=", siteId)
    .where("siteRoles.role", "in", ["coordinator", "admin"])
    .execute();
}
