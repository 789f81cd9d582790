// The wordings that visitors agree to. A study without one of its own uses the wording for every study;
// the first of those is made when it is first needed, so that a form always shows a stored text.
import { type ConsentText, firstConsentText } from "@studydesk/domain/leads/consent";
import { lockByName } from "../dialect";
import { type Db, inTransaction } from "../open-database";

const columns = ["id", "language", "number", "text"] as const;

/** The wording in force for a study: the newest of its own, else the newest for every study. */
export async function findConsentText(
  db: Db,
  studyId: number,
  language: string,
): Promise<ConsentText | undefined> {
  return db
    .selectFrom("consentTexts")
    .select(columns)
    .where("language", "=", language)
    .where((eb) => eb.or([eb("studyId", "=", studyId), eb("studyId", "is", null)]))
    .orderBy((eb) => eb.case().when("studyId", "is", null).then(1).else(0).end())
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** As `findConsentText`; makes the first wording when there is none at all. Not inside a transaction. */
export async function ensureConsentText(db: Db, studyId: number, at: string): Promise<ConsentText> {
  const { language, text } = firstConsentText;
  const found = await findConsentText(db, studyId, language);
  if (found) return found;
  return inTransaction(db, async (trx) => {
    await lockByName(trx, "consentTexts");
    const made = await findConsentText(trx, studyId, language);
    if (made) return made;
    return trx
      .insertInto("consentTexts")
      .values({ studyId: null, language, number: 1, text, createdAt: at })
      .returning(columns)
      .executeTakeFirstOrThrow();
  });
}

/** Whether this wording was ever one that the study's form showed. */
export async function isConsentTextOf(
  db: Db,
  studyId: number,
  consentTextId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom("consentTexts")
    .select("id")
    .where("id", "=", consentTextId)
    .where((eb) => eb.or([eb("studyId", "=", studyId), eb("studyId", "is", null)]))
    .executeTakeFirst();
  return row !== undefined;
}
