// The texts of a study's public page: people of its sites read them, the owner and those sites' admins
// change them.
import { saveStudyFaqs } from "@studydesk/db/studies/study-faq-queries";
import { saveStudyText } from "@studydesk/db/studies/study-text-queries";
import { sha256 } from "../../sha256";
import { answers, type GridRow, type Place } from "./grid";

const sees = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "ok",
});
const words = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "ok",
});
const language = "es" as const;
const items = [{ question: "¿Hay aparcamiento?", answer: "Sí, detrás del edificio." }];

export const studyTextRows: Readonly<Record<string, GridRow>> = {
  "studyTexts.read": {
    call: (caller, { studyId }) => caller.studyTexts.read({ studyId, language }),
    outcomes: sees,
  },
  "studyTexts.save": {
    call: async (caller, place) =>
      caller.studyTexts.save({ ...(await titleOf(place)), text: "Sueño", expectedVersion: null }),
    outcomes: words,
  },
  "studyTexts.remove": {
    call: async (caller, place) => {
      const { deps, colleague } = place;
      const { studyId, field, sourceSha256 } = await titleOf(place);
      const text = { label: null, text: "Sueño", source: "A study of sleep", sourceSha256 };
      const made = { at: deps.now().toISOString(), by: colleague.userId, expectedVersion: null };
      await saveStudyText(deps.db, { studyId, language, field, ...text, ...made });
      await caller.studyTexts.remove({ studyId, language, field, expectedVersion: 1 });
    },
    outcomes: words,
  },
  "studyTexts.saveFaqs": {
    call: (caller, { studyId }) =>
      caller.studyTexts.saveFaqs({ studyId, language, items, expectedVersion: null }),
    outcomes: words,
  },
  "studyTexts.resetFaqs": {
    call: async (caller, { deps, studyId, colleague }) => {
      const made = { at: deps.now().toISOString(), by: colleague.userId, expectedVersion: null };
      await saveStudyFaqs(deps.db, { studyId, language, items, ...made });
      await caller.studyTexts.resetFaqs({ studyId, language, expectedVersion: 1 });
    },
    outcomes: words,
  },
  "studyTexts.publishConsent": {
    call: (caller, { studyId }) =>
      caller.studyTexts.publishConsent({
        studyId,
        language,
        text: "El centro del estudio puede llamarme por teléfono.",
        expectedNumber: 0,
      }),
    outcomes: words,
  },
};

async function titleOf({ deps, studyId }: Place) {
  const { title } = await deps.db
    .selectFrom("studies")
    .select("title")
    .where("id", "=", studyId)
    .executeTakeFirstOrThrow();
  return { studyId, language, field: "title", sourceSha256: sha256(title) } as const;
}
