// Sites: the hospitals and clinics of this installation.
import type { SiteScope } from "@studydesk/domain/people/viewer";
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import { isWithin } from "./is-within";

export interface Site {
  id: number;
  name: string;
  city: string;
  countryCode: string;
  timeZone: string;
  promiseHours: number;
  version: number;
}

export type SiteFields = Omit<Site, "id" | "version">;

const columns = [
  "id",
  "name",
  "city",
  "countryCode",
  "timeZone",
  "promiseHours",
  "version",
] as const;

const listSitesOf = compileOnce<{ siteIds: readonly number[] }>()((db, { each }) =>
  db
    .selectFrom("sites")
    .select(columns)
    .where(isWithin("id", each("siteIds")))
    .orderBy("name")
    .orderBy("id"),
);

/** By name. */
export async function listSites(db: Db, sites: SiteScope): Promise<Site[]> {
  if (sites !== "all") return listSitesOf(db, { siteIds: sites });
  return db.selectFrom("sites").select(columns).orderBy("name").orderBy("id").execute();
}

const findById = compileOnce<{ id: number }>()((db, { one }) =>
  db.selectFrom("sites").select(columns).where("id", "=", one("id")),
);

export async function findSite(db: Db, id: number): Promise<Site | undefined> {
  const [site] = await findById(db, { id });
  return site;
}

/** As people call it on the command line: its number, or its name when only one bears it. */
export async function findSitesCalled(db: Db, name: string): Promise<Site[]> {
  return db.selectFrom("sites").select(columns).where("name", "=", name).orderBy("id").execute();
}

export async function addSite(trx: Db, site: SiteFields & { at: string }): Promise<Site> {
  const { at, ...fields } = site;
  return trx
    .insertInto("sites")
    .values({ ...fields, createdAt: at })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Undefined: the version was another one by now, and nothing was written. */
export async function updateSite(
  trx: Db,
  id: number,
  expectedVersion: number,
  fields: SiteFields,
): Promise<Site | undefined> {
  return trx
    .updateTable("sites")
    .set({ ...fields, version: expectedVersion + 1 })
    .where("id", "=", id)
    .where("version", "=", expectedVersion)
    .returning(columns)
    .executeTakeFirst();
}
