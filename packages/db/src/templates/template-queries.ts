// The mail templates of sites.
import { isUniqueViolation } from "../dialect";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type Template = Omit<Row<"mailTemplates">, "updatedBy">;

export interface TemplateFields {
  name: string;
  /** BCP 47. */
  language: string;
  subject: string;
  body: string;
}

const columns = [
  "id",
  "siteId",
  "name",
  "language",
  "subject",
  "body",
  "updatedAt",
  "version",
] as const;

/** By name, the languages of one beside each other. */
export async function listTemplates(db: Db, siteId: number): Promise<Template[]> {
  return db
    .selectFrom("mailTemplates")
    .select(columns)
    .where("siteId", "=", siteId)
    .orderBy("name")
    .orderBy("language")
    .execute();
}

export async function findTemplate(db: Db, id: number): Promise<Template | undefined> {
  return db.selectFrom("mailTemplates").select(columns).where("id", "=", id).executeTakeFirst();
}

export async function countTemplates(db: Db, siteId: number): Promise<number> {
  const { count } = await db
    .selectFrom("mailTemplates")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("siteId", "=", siteId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Undefined: the site has one of this name in this language. */
export async function addTemplate(
  trx: Db,
  template: TemplateFields & { siteId: number; at: string; byUserId: string | null },
): Promise<Template | undefined> {
  const { at, byUserId, ...fields } = template;
  return trx
    .insertInto("mailTemplates")
    .values({ ...fields, updatedAt: at, updatedBy: byUserId })
    .onConflict((oc) => oc.columns(["siteId", "name", "language"]).doNothing())
    .returning(columns)
    .executeTakeFirst();
}

/** `taken`: the site has another one of this name in this language. Undefined: somebody was quicker. */
export async function updateTemplate(
  trx: Db,
  id: number,
  expectedVersion: number,
  change: TemplateFields & { at: string; byUserId: string },
): Promise<Template | "taken" | undefined> {
  const { at, byUserId, ...fields } = change;
  try {
    return await trx
      .updateTable("mailTemplates")
      .set({ ...fields, updatedAt: at, updatedBy: byUserId, version: expectedVersion + 1 })
      .where("id", "=", id)
      .where("version", "=", expectedVersion)
      .returning(columns)
      .executeTakeFirst();
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}

/** False: somebody changed it meanwhile. */
export async function deleteTemplate(
  trx: Db,
  id: number,
  expectedVersion: number,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("mailTemplates")
    .where("id", "=", id)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
