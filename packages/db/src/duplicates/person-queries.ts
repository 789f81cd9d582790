// People of one study site as they are compared with each other, and those who are worth comparing with
// somebody: each question is answered within an index, so that no pair is looked at for nothing.

import { mailboxOf, type PersonToCompare } from "@studydesk/domain/duplicates/compare-people";
import { digitsOf, phonesLike } from "@studydesk/domain/duplicates/phone-likeness";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { sql } from "kysely";
import { beginsWith, isAmong, isAmongTexts } from "../dialect";
import { findLeadsBySearch } from "../leads/lead-search";
import type { Db } from "../open-database";

/** A lead with what tells people apart. */
export interface ComparedLead extends PersonToCompare {
  id: number;
  studyId: number;
  siteId: number;
  sortName: string;
  status: LeadStatus;
  erasedAt: string | null;
  mergedIntoId: number | null;
}

/** What more leads share is nobody's own: the telephone of a home, an address made up to get past a field. */
const mostSharers = 20;
/** Where so many numbers are a digit apart they were handed out in a row, and a slip says nothing. */
const mostNear = 60;
const mostOfYear = 500;

function selectCompared(db: Db) {
  return db
    .selectFrom("leads")
    .select([
      ...(["id", "studyId", "siteId", "firstName", "lastName", "sortName"] as const),
      ...(["emailFolded", "phone", "phoneTyped", "birthYear"] as const),
      ...(["status", "erasedAt", "mergedIntoId"] as const),
    ]);
}

export function listCompared(db: Db, ids: readonly number[]): Promise<ComparedLead[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return selectCompared(db)
    .where(isAmong(db, "leads.id", ids))
    .execute();
}

/** Leads that go on in these, each with those that go on in it in turn. */
export async function listMergedInto(db: Db, ids: readonly number[]): Promise<ComparedLead[]> {
  if (ids.length === 0) return [];
  const merged = await selectCompared(db)
    .where(isAmong(db, "leads.mergedIntoId", ids))
    .where("mergedIntoId", "is not", null)
    .execute();
  return [
    ...merged,
    ...(await listMergedInto(
      db,
      merged.map(({ id }) => id),
    )),
  ];
}

/** Others at the same study site whom it is worth to compare with. */
export async function listLikePeople(db: Db, lead: ComparedLead): Promise<ComparedLead[]> {
  const { studyId, siteId, emailFolded, phone } = lead;
  const here = () =>
    selectCompared(db)
      .where("leads.studyId", "=", studyId)
      // The plus keeps SQLite from walking through all leads of the site instead.
      .where(sql<number>`+leads."siteId"`, "=", siteId)
      .where("leads.id", "!=", lead.id);
  const mailbox = mailboxOf(emailFolded);
  const shared = [
    ...(emailFolded === ""
      ? []
      : [
          here()
            .where("emailFolded", "=", emailFolded)
            .limit(mostSharers + 1)
            .execute(),
        ]),
    ...(phone === null
      ? [listByDigits(db, lead)]
      : [
          here()
            .where("phone", "=", phone)
            .limit(mostSharers + 1)
            .execute(),
        ]),
    ...(mailbox === undefined
      ? []
      : [
          here()
            .where(beginsWith(db, "leads.emailFolded", `${mailbox}@`))
            .limit(mostSharers + 1)
            .execute(),
        ]),
  ];
  const found = [];
  for (const sharers of await Promise.all(shared)) {
    if (sharers.length <= mostSharers) found.push(...sharers);
  }
  if (phone !== null) {
    const near = await here()
      .where(isAmongTexts(db, "leads.phone", phonesLike(phone)))
      .limit(mostNear + 1)
      .execute();
    if (near.length <= mostNear) found.push(...near);
  }
  found.push(...(await listOfSameYear(db, lead)));
  return [...new Map(found.map((other) => [other.id, other])).values()];
}

/** A number that could not be understood, whatever was left out in front of it. */
async function listByDigits(db: Db, lead: ComparedLead): Promise<ComparedLead[]> {
  const digits = digitsOf(lead);
  if (digits.length < 7) return [];
  const { ids } = await findLeadsBySearch(db, digits);
  const others = await listCompared(db, ids.slice(0, 100));
  return others.filter(
    ({ id, studyId, siteId }) =>
      id !== lead.id && studyId === lead.studyId && siteId === lead.siteId,
  );
}

/** Born in the same year, with a name that begins like either part of this one. */
async function listOfSameYear(db: Db, lead: ComparedLead): Promise<ComparedLead[]> {
  const { birthYear, studyId, siteId, sortName } = lead;
  if (birthYear === null) return [];
  const letters = new Set(sortName.split(" ").flatMap((word) => [...word].slice(0, 1)));
  const found = [];
  for (const letter of letters) {
    const rows = await selectCompared(db)
      .where("leads.siteId", "=", siteId)
      .where("leads.studyId", "=", studyId)
      .where("leads.birthYear", "=", birthYear)
      .where("leads.sortName", ">=", letter)
      .where("leads.sortName", "<", `${letter}\u{10ffff}`)
      .where("leads.id", "!=", lead.id)
      .limit(mostOfYear)
      .execute();
    found.push(...rows);
  }
  return found;
}
