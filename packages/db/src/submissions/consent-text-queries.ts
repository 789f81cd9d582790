// The wordings that visitors agree to. A study without one of its own in the reader's language uses the
// wording for every study in that language: nobody agrees to words that they cannot read. The first of
// those is made when it is first needed, so that a form always shows a stored text.
import {
  type ConsentText,
  declaredConsentLanguage,
  firstConsentTexts,
} from "@studydesk/domain/leads/consent";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { lockByName } from "../dialect";
import { type Db, inTransaction } from "../open-database";

const columns = ["id", "language", "number", "text"] as const;

/** The wording in force, in one language: the study's newest, else the newest for every study. */
export async function findConsentText(
  db: Db,
  studyId: number,
  language: PublicLanguage,
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

/** As `findConsentText`; makes the language's first wording when there is none. Not inside a transaction. */
export async function ensureConsentText(
  db: Db,
  studyId: number,
  language: PublicLanguage,
  at: string,
): Promise<ConsentText> {
  const found = await findConsentText(db, studyId, language);
  if (found) return found;
  return inTransaction(db, async (trx) => {
    await lockByName(trx, "consentTexts");
    const made = await findConsentText(trx, studyId, language);
    if (made) return made;
    return trx
      .insertInto("consentTexts")
      .values({
        studyId: null,
        language,
        number: 1,
        text: firstConsentTexts[language],
        createdAt: at,
      })
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
    .where("language", "!=", declaredConsentLanguage)
    .where((eb) => eb.or([eb("studyId", "=", studyId), eb("studyId", "is", null)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** The study's own wordings in one language, newest first. */
export async function listConsentTexts(
  db: Db,
  studyId: number,
  language: PublicLanguage,
): Promise<(ConsentText & { createdAt: string })[]> {
  return db
    .selectFrom("consentTexts")
    .select([...columns, "createdAt"])
    .where("studyId", "=", studyId)
    .where("language", "=", language)
    .orderBy("number", "desc")
    .execute();
}

/**
 * A further wording of the study: a new row, with the next number. Undefined when the newest is not the
 * expected one by now (0: there was none).
 */
export async function addConsentText(
  trx: Db,
  wording: {
    studyId: number;
    language: PublicLanguage;
    text: string;
    expectedNumber: number;
    at: string;
  },
): Promise<ConsentText | undefined> {
  const { studyId, language, text, expectedNumber, at } = wording;
  await lockByName(trx, "consentTexts");
  const [newest] = await listConsentTexts(trx, studyId, language);
  if ((newest?.number ?? 0) !== expectedNumber) return undefined;
  return trx
    .insertInto("consentTexts")
    .values({ studyId, language, number: expectedNumber + 1, text, createdAt: at })
    .returning(columns)
    .executeTakeFirstOrThrow();
}
