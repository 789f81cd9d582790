// Words a passage of a study's page in one language, or takes the wording back. It is tied to the
// registry's text that its author had before them: where that changed meanwhile, nothing is saved.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  deleteStudyText,
  findStudyText,
  saveStudyText,
} from "@studydesk/db/studies/study-text-queries";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import { cleanParagraphs, hasVisibleText } from "@studydesk/domain/leads/typed-text";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { studyPassages } from "@studydesk/domain/studies/study-passages";
import { canWordStudy } from "@studydesk/domain/studies/study-policy";
import type {
  RemoveStudyTextInput,
  SaveStudyTextInput,
} from "@studydesk/domain/studies/study-text-inputs";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { sha256 } from "../sha256";
import { findWordableStudy, type WordableStudy } from "./study-texts-view";

export type WordDeps = Pick<Deps, "db" | "now" | "live">;

export async function saveWording(
  deps: WordDeps,
  viewer: Viewer,
  input: SaveStudyTextInput,
): Promise<void> {
  const { studyId, language, field, sourceSha256, expectedVersion } = input;
  const text = cleanParagraphs(input.text);
  if (!hasVisibleText(text)) {
    throw new DomainError("invalid", "Write something first, or remove this wording.");
  }
  await inTransaction(deps.db, async (trx) => {
    const { study } = await getStudyToWord(trx, viewer, studyId);
    const passage = studyPassages(study.imported, sha256).find((each) => each.field === field);
    if (passage?.sourceSha256 !== sourceSha256) {
      throw new DomainError(
        "conflict",
        "The registry's text changed while you were writing. It has been loaded again: compare, then save.",
        { reason: "registry_changed" },
      );
    }
    const at = deps.now().toISOString();
    const saved = await saveStudyText(trx, {
      studyId,
      language,
      field,
      label: passage.label,
      text,
      source: passage.source,
      sourceSha256,
      at,
      by: viewer.userId,
      expectedVersion,
    });
    if (!saved) throw await staleWording(trx, input);
    await recordWording(trx, viewer, { action: "study.worded", at, ...input });
  });
  deps.live.announce();
}

export async function removeWording(
  deps: WordDeps,
  viewer: Viewer,
  input: RemoveStudyTextInput,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await getStudyToWord(trx, viewer, input.studyId);
    if (!(await deleteStudyText(trx, input, input.expectedVersion))) {
      throw await staleWording(trx, input);
    }
    const at = deps.now().toISOString();
    await recordWording(trx, viewer, { action: "study.wording_removed", at, ...input });
  });
  deps.live.announce();
}

/** Throws not_found, or forbidden. */
export async function getStudyToWord(
  trx: Db,
  viewer: Viewer,
  studyId: number,
): Promise<WordableStudy> {
  const found = await findWordableStudy(trx, viewer, studyId);
  if (!canWordStudy(viewer, found)) {
    throw new DomainError(
      "forbidden",
      "Only the owner and the admins of a site that takes part change the texts of this page. Ask yours.",
    );
  }
  return found;
}

async function staleWording(
  trx: Db,
  key: Pick<SaveStudyTextInput, "studyId" | "language" | "field">,
): Promise<DomainError> {
  const current = await findStudyText(trx, key);
  return current ? staleVersion("text", current.version) : notFound("text");
}

async function recordWording(
  trx: Db,
  viewer: Viewer,
  change: Pick<SaveStudyTextInput, "studyId" | "language" | "field"> & {
    action: "study.worded" | "study.wording_removed";
    at: string;
  },
): Promise<void> {
  const { action, at, studyId, language, field } = change;
  await recordChange(trx, {
    at,
    actorId: viewer.userId,
    action,
    subject: "study",
    subjectId: String(studyId),
    siteId: null,
    details: { language, field },
  });
}
