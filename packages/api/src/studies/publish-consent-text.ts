// A further wording of the consent to contact, for one study in one language. Wordings are never changed:
// whoever agreed to one agreed to those very words, so a new wording is a new row with the next number.

import { inTransaction } from "@studydesk/db/open-database";
import { addConsentText, listConsentTexts } from "@studydesk/db/submissions/consent-text-queries";
import { staleVersion } from "@studydesk/domain/errors";
import type { ConsentText } from "@studydesk/domain/leads/consent";
import { cleanParagraphs } from "@studydesk/domain/leads/typed-text";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { PublishConsentTextInput } from "@studydesk/domain/studies/study-text-inputs";
import { recordChange } from "../record-change";
import { getStudyToWord, type WordDeps } from "./word-study";

export async function publishConsentText(
  deps: WordDeps,
  viewer: Viewer,
  input: PublishConsentTextInput,
): Promise<ConsentText> {
  const { studyId, language, expectedNumber } = input;
  const text = cleanParagraphs(input.text);
  const published = await inTransaction(deps.db, async (trx) => {
    await getStudyToWord(trx, viewer, studyId);
    const at = deps.now().toISOString();
    const added = await addConsentText(trx, { studyId, language, text, expectedNumber, at });
    if (!added) {
      const [newest] = await listConsentTexts(trx, studyId, language);
      throw staleVersion("wording", newest?.number ?? 0);
    }
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "study.consent_text_published",
      subject: "study",
      subjectId: String(studyId),
      siteId: null,
      details: { language, consentTextId: added.id, number: added.number },
    });
    return added;
  });
  deps.live.announce();
  return published;
}
