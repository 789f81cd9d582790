// Openings, and whom they are still to be told to. An opening's id follows the order of commits, so one
// number per subscription says what was looked at: nothing is told twice, nothing is passed over.
import { type ImportedStudy, overallStatuses } from "@studydesk/domain/studies/imported-study";
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import type { OpeningKind } from "@studydesk/domain/subscriptions/opening";
import { compileOnce } from "../compile-once";
import { lockAuditHead } from "../dialect";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type StudyWording = Pick<Row<"studyTexts">, "language" | "field" | "text">;

/** A place where a study takes people now. */
export interface OpenPlace {
  studyId: number;
  nctId: string;
  title: string;
  conditions: string[];
  keywords: string[];
  /** The title, and the conditions one a line, as the study team words them in any language. */
  wordings: StudyWording[];
  siteId: number;
  siteName: string;
  siteCity: string;
  countryCode: string;
  /** Null where the site is linked to no place of the registry that has a position. */
  lat: number | null;
  lon: number | null;
}

export interface OpenOpening extends OpenPlace {
  id: number;
  kind: OpeningKind;
}

/**
 * Writes down that the study begins to take people at the site, when it does: a study that the registry
 * does not call recruiting, or a site that does not recruit, writes nothing. Under the audit's lock, so
 * that ids follow the order of commits.
 */
export async function addOpening(
  trx: Db,
  opening: { studyId: number; siteId: number; at: string },
): Promise<void> {
  const { studyId, siteId } = opening;
  const isOpen = await openPlaces(trx)
    .select("studies.id")
    .where("studies.id", "=", studyId)
    .where("sites.id", "=", siteId)
    .executeTakeFirst();
  if (!isOpen) return;
  const before = await trx
    .selectFrom("studyOpenings")
    .select("id")
    .where("studyId", "=", studyId)
    .where("siteId", "=", siteId)
    .limit(1)
    .executeTakeFirst();
  await lockAuditHead(trx);
  await trx
    .insertInto("studyOpenings")
    .values({ ...opening, kind: before ? "reopened" : "opened" })
    .execute();
}

/** As `addOpening`, for each of the study's sites: the registry calls the study recruiting from now on. */
export async function addOpenings(
  trx: Db,
  opening: { studyId: number; at: string },
): Promise<void> {
  const sites = await trx
    .selectFrom("studySites")
    .select("siteId")
    .where("studyId", "=", opening.studyId)
    .orderBy("siteId")
    .execute();
  for (const { siteId } of sites) await addOpening(trx, { ...opening, siteId });
}

const findLast = compileOnce<Record<never, never>>()((db) =>
  db.selectFrom("studyOpenings").select("id").orderBy("id", "desc").limit(1),
);

/** 0 before the first. */
export async function findLastOpeningId(db: Db): Promise<number> {
  const [last] = await findLast(db, {});
  return last?.id ?? 0;
}

/**
 * Addresses with an active subscription that has not looked at every opening up to `lastOpeningId`, and
 * that got no alert, by whichever subscription, after `alertedBefore`. In the order of addresses, those
 * beyond `beyond`.
 */
export async function listAddressesToAlert(
  db: Db,
  due: { lastOpeningId: number; alertedBefore: string; beyond: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom("subscriptions")
    .select("emailFolded")
    .where("emailFolded", ">", due.beyond)
    .where("emailFolded", "in", (eb) =>
      eb
        .selectFrom("subscriptions as behind")
        .select("behind.emailFolded")
        .where("behind.status", "=", "active")
        .where("behind.lastOpeningId", "<", due.lastOpeningId),
    )
    .groupBy("emailFolded")
    .having((eb) =>
      eb.or([
        eb(eb.fn.max("lastAlertAt"), "is", null),
        eb(eb.fn.max("lastAlertAt"), "<=", due.alertedBefore),
      ]),
    )
    .orderBy("emailFolded")
    .limit(due.limit)
    .execute();
  return rows.map(({ emailFolded }) => emailFolded);
}

/** Openings in this range, oldest first, where the study takes people still. */
export async function listOpenOpenings(
  db: Db,
  range: { after: number; upTo: number },
): Promise<OpenOpening[]> {
  const rows = await openPlaces(db)
    .innerJoin("studyOpenings", (join) =>
      join
        .onRef("studyOpenings.studyId", "=", "studies.id")
        .onRef("studyOpenings.siteId", "=", "sites.id"),
    )
    .select([...openPlaceColumns, "studyOpenings.id", "studyOpenings.kind"])
    .where("studyOpenings.id", ">", range.after)
    .where("studyOpenings.id", "<=", range.upTo)
    .orderBy("studyOpenings.id")
    .execute();
  return readPlaces(db, rows);
}

/** Every place where a study takes people now; the newest study first. */
export async function listOpenPlaces(db: Db): Promise<OpenPlace[]> {
  const rows = await openPlaces(db)
    .select(openPlaceColumns)
    .orderBy("studies.id", "desc")
    .orderBy("sites.name")
    .execute();
  return readPlaces(db, rows);
}

/** These were looked at up to this opening; those of one mail were told at its time. */
export async function markLookedAt(
  trx: Db,
  ids: readonly number[],
  seen: { lastOpeningId: number; lastAlertAt?: string },
): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable("subscriptions").set(seen).where("id", "in", ids).execute();
}

const openPlaceColumns = [
  "studies.id as studyId",
  "studies.nctId",
  "studies.title",
  "studies.imported",
  "sites.id as siteId",
  "sites.name as siteName",
  "sites.city as siteCity",
  "sites.countryCode",
  "studyLocations.lat",
  "studyLocations.lon",
] as const;

function openPlaces(db: Db) {
  return db
    .selectFrom("studySites")
    .innerJoin("studies", "studies.id", "studySites.studyId")
    .innerJoin("sites", "sites.id", "studySites.siteId")
    .leftJoin("studyLocations", "studyLocations.id", "studySites.locationId")
    .where("studySites.recruiting", "=", "recruiting")
    .where("studies.overallStatus", "in", overallStatuses.filter(isRecruitingStatus));
}

async function readPlaces<T extends Pick<Row<"studies">, "imported"> & { studyId: number }>(
  db: Db,
  rows: readonly T[],
) {
  const wordings = await listWordings(db, [...new Set(rows.map(({ studyId }) => studyId))]);
  return rows.map(({ imported, ...row }) => {
    // Written by saveStudy from the very same type; nothing else writes this column.
    const { conditions, keywords }: ImportedStudy = JSON.parse(imported);
    const own = wordings.filter(({ studyId }) => studyId === row.studyId);
    return { ...row, conditions, keywords, wordings: own };
  });
}

async function listWordings(
  db: Db,
  studyIds: readonly number[],
): Promise<(StudyWording & { studyId: number })[]> {
  if (studyIds.length === 0) return [];
  return db
    .selectFrom("studyTexts")
    .select(["studyId", "language", "field", "text"])
    .where("studyId", "in", studyIds)
    .where("field", "in", ["title", "conditions"])
    .orderBy("id")
    .execute();
}
