// What arrives through the contact form: a message with its consent, on a new lead or on the one that
// the same person made shortly before.
import type { Activity } from "@studydesk/domain/leads/activity";
import { lockByName } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

export interface SamePerson {
  studyId: number;
  siteId: number;
  emailFolded: string;
}

/** Until this transaction ends, no other message of this person for this study is taken in. */
export async function lockSubmissionsOf(trx: Db, person: SamePerson): Promise<void> {
  await lockByName(trx, `submission ${person.studyId} ${person.emailFolded}`);
}

/** Until this transaction ends, no other sending of the same press of the button is taken in. */
export async function lockRequestKey(trx: Db, requestKey: string): Promise<void> {
  await lockByName(trx, `request ${requestKey}`);
}

/** The site that has the message of this press already. */
export async function findSiteOfRequest(db: Db, requestKey: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("submissions")
    .innerJoin("leads", "leads.id", "submissions.leadId")
    .select("leads.siteId")
    .where("submissions.requestKey", "=", requestKey)
    .executeTakeFirst();
  return row?.siteId;
}

/**
 * The lead that this person's messages since then are on, with how many there are. Leads marked
 * invalid do not count: a real person who was taken for spam gets a lead of their own. Nor does one
 * whose consent was taken back: who writes again after that begins anew.
 */
export async function findRecentLead(
  trx: Db,
  person: SamePerson,
  since: string,
): Promise<{ leadId: number; recentSubmissions: number } | undefined> {
  return trx
    .selectFrom("leads")
    .innerJoin("submissions", "submissions.leadId", "leads.id")
    .select((eb) => ["leads.id as leadId", eb.fn.countAll<number>().as("recentSubmissions")])
    .where("leads.studyId", "=", person.studyId)
    .where("leads.siteId", "=", person.siteId)
    .where("leads.emailFolded", "=", person.emailFolded)
    .where("leads.status", "!=", "invalid")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("consents")
          .select("consents.id")
          .whereRef("consents.leadId", "=", "leads.id")
          .where("consents.withdrawnAt", "is", null),
      ),
    )
    .where("submissions.receivedAt", ">", since)
    .groupBy("leads.id")
    .orderBy("leads.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** How many messages came under this address since then, for any study and site. */
export async function countMessagesOf(
  trx: Db,
  emailFolded: string,
  since: string,
): Promise<number> {
  const { count } = await trx
    .selectFrom("leads")
    .innerJoin("submissions", "submissions.leadId", "leads.id")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("leads.emailFolded", "=", emailFolded)
    .where("submissions.receivedAt", ">", since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function addLead(trx: Db, lead: NewRow<"leads">): Promise<number> {
  const { id } = await trx
    .insertInto("leads")
    .values(lead)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * What a further message says about the person: the language they read now, a year of birth if none was
 * given before, and a browser's check that an earlier message lacked.
 */
export async function addToLead(
  trx: Db,
  leadId: number,
  sent: Pick<Row<"submissions">, "birthYear" | "pageLanguage" | "proof">,
): Promise<void> {
  const { birthYear, pageLanguage, proof } = sent;
  await trx
    .updateTable("leads")
    .set((eb) => ({
      birthYear: eb.fn.coalesce("birthYear", eb.val(birthYear)),
      pageLanguage,
      ...(proof === "solved" ? { proof } : {}),
    }))
    .where("id", "=", leadId)
    .execute();
}

/** Keeps a message with the consent that came with it, and tells it on the lead's timeline. */
export async function addSubmission(
  trx: Db,
  submission: NewRow<"submissions"> & { consentTextId: number; first: boolean },
): Promise<number> {
  const { consentTextId, first, ...sent } = submission;
  const { id } = await trx
    .insertInto("submissions")
    .values(sent)
    .returning("id")
    .executeTakeFirstOrThrow();
  const { leadId, receivedAt } = sent;
  await trx
    .insertInto("consents")
    .values({ leadId, submissionId: id, consentTextId, givenAt: receivedAt })
    .execute();
  const activity: Activity = { kind: "submission_received", submissionId: id, first };
  await trx
    .insertInto("activities")
    .values({ leadId, at: receivedAt, kind: activity.kind, data: JSON.stringify(activity) })
    .execute();
  return id;
}

/**
 * Who is told of a new lead: coordinators and admins of the site. Where nobody holds such a role yet,
 * the owner of the installation, so that no message waits unseen.
 */
export async function listAlertAddresses(trx: Db, siteId: number): Promise<string[]> {
  const team = await trx
    .selectFrom("user")
    .select("email")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("siteRoles")
        .select("userId")
        .where("siteId", "=", siteId)
        .where("role", "in", ["coordinator", "admin"]),
    )
    .orderBy("email")
    .execute();
  if (team.length > 0) return team.map(({ email }) => email);
  const owner = await trx
    .selectFrom("installation")
    .innerJoin("user", "user.id", "installation.ownerUserId")
    .select("user.email")
    .executeTakeFirst();
  return owner ? [owner.email] : [];
}
