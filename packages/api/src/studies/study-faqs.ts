// A study's own common questions in one language, or the general ones again.

import type { Db } from "@studydesk/db/open-database";
import { inTransaction } from "@studydesk/db/open-database";
import {
  deleteStudyFaqs,
  findStudyFaqs,
  saveStudyFaqs as saveFaqs,
} from "@studydesk/db/studies/study-faq-queries";
import { type DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import { cleanLine, cleanParagraphs } from "@studydesk/domain/leads/typed-text";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type {
  ResetStudyFaqsInput,
  SaveStudyFaqsInput,
} from "@studydesk/domain/studies/study-text-inputs";
import { recordChange } from "../record-change";
import { getStudyToWord, type WordDeps } from "./word-study";

export async function saveStudyFaqs(
  deps: WordDeps,
  viewer: Viewer,
  input: SaveStudyFaqsInput,
): Promise<void> {
  const { studyId, language, expectedVersion } = input;
  const items = input.items.map(({ question, answer }) => ({
    question: cleanLine(question),
    answer: cleanParagraphs(answer),
  }));
  await inTransaction(deps.db, async (trx) => {
    await getStudyToWord(trx, viewer, studyId);
    const at = deps.now().toISOString();
    const by = viewer.userId;
    const saved = await saveFaqs(trx, { studyId, language, items, at, by, expectedVersion });
    if (!saved) throw await staleFaqs(trx, input);
    await recordChange(trx, {
      at,
      actorId: by,
      action: "study.faqs_changed",
      subject: "study",
      subjectId: String(studyId),
      siteId: null,
      details: { language, questions: items.length },
    });
  });
  deps.live.announce();
}

export async function resetStudyFaqs(
  deps: WordDeps,
  viewer: Viewer,
  input: ResetStudyFaqsInput,
): Promise<void> {
  const { studyId, language, expectedVersion } = input;
  await inTransaction(deps.db, async (trx) => {
    await getStudyToWord(trx, viewer, studyId);
    if (!(await deleteStudyFaqs(trx, { studyId, language }, expectedVersion))) {
      throw await staleFaqs(trx, input);
    }
    await recordChange(trx, {
      at: deps.now().toISOString(),
      actorId: viewer.userId,
      action: "study.faqs_reset",
      subject: "study",
      subjectId: String(studyId),
      siteId: null,
      details: { language },
    });
  });
  deps.live.announce();
}

async function staleFaqs(
  trx: Db,
  key: Pick<SaveStudyFaqsInput, "studyId" | "language">,
): Promise<DomainError> {
  const current = await findStudyFaqs(trx, key);
  return current
    ? staleVersion("list of questions", current.version)
    : notFound("list of questions");
}
