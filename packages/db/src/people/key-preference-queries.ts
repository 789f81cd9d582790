// A person's own keys.
import { type KeyPreference, keyPreferenceSchema } from "@studydesk/domain/people/key-preference";
import type { Db } from "../open-database";

export async function findKeyPreference(
  db: Db,
  userId: string,
): Promise<KeyPreference | undefined> {
  const row = await db
    .selectFrom("keyPreferences")
    .select(["isOff", "changes"])
    .where("userId", "=", userId)
    .executeTakeFirst();
  return (
    row && keyPreferenceSchema.parse({ isOff: row.isOff === 1, changes: JSON.parse(row.changes) })
  );
}

export async function saveKeyPreference(
  db: Db,
  userId: string,
  preference: KeyPreference,
): Promise<void> {
  const values = {
    isOff: preference.isOff ? 1 : 0,
    changes: JSON.stringify(preference.changes),
  } as const;
  await db
    .insertInto("keyPreferences")
    .values({ userId, ...values })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet(values))
    .execute();
}
