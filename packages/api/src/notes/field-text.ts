// The words that a note can hang on, as screens show them now: of a lead its messages, what was written on
// its timeline and the evidence of answers; of a study what the record and the people here say of it.
import {
  listActivitiesAmong,
  listEvidence,
  listMessages,
} from "@studydesk/db/notes/field-text-queries";
import type { Db } from "@studydesk/db/open-database";
import { listAskedCriteria } from "@studydesk/db/screening/criteria-queries";
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { findVersionInForce, getVersion } from "@studydesk/db/screening/version-queries";
import { listLiveOverviews } from "@studydesk/db/studies/overview-queries";
import { findStudy } from "@studydesk/db/studies/study-queries";
import { activityText } from "@studydesk/domain/leads/activity-text";
import { idInField } from "@studydesk/domain/notes/note-anchor";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { getLead } from "../leads/save-lead";
import { getVisibleStudy } from "../studies/study-view";

export interface FieldText {
  text: string;
  /** Which state of the source it was read in. */
  revision: string;
  sourceType: "lead" | "study";
  sourceId: string;
}

/** By field; one that is not there (any more) is left out. Throws not_found for a home of other sites. */
export async function readFieldTexts(
  db: Db,
  viewer: Viewer,
  home: NoteHome,
  fieldPaths: readonly string[],
): Promise<Map<string, FieldText>> {
  const wanted = [...new Set(fieldPaths)];
  const texts = new Map<string, FieldText>();
  if ("studyId" in home) {
    await getVisibleStudy(db, viewer, home.studyId);
    await addStudyTexts(texts, db, home.studyId, wanted);
    return texts;
  }
  const lead = await getLead(db, viewer, home.leadId);
  await addLeadTexts(texts, db, lead.id, wanted);
  // What the person is asked by is what the lead's screens show.
  const versionId = (await findScreening(db, lead.id))?.criteriaVersionId;
  await addStudyTexts(texts, db, lead.studyId, wanted, versionId);
  return texts;
}

async function addLeadTexts(
  texts: Map<string, FieldText>,
  db: Db,
  leadId: number,
  wanted: readonly string[],
): Promise<void> {
  const idsOf = (kind: string) => ({
    leadId,
    ids: wanted.flatMap((path) => (path.startsWith(`${kind}.`) ? (idInField(path) ?? []) : [])),
  });
  const add = (path: string, text: string | null, revision: number) => {
    if (!text) return;
    const source = { sourceType: "lead", sourceId: String(leadId) } as const;
    texts.set(path, { ...source, text, revision: String(revision) });
  };
  const [messages, activities, evidence] = [idsOf("message"), idsOf("activity"), idsOf("evidence")];
  if (messages.ids.length > 0) {
    for (const { id, text } of await listMessages(db, messages)) add(`message.${id}`, text, id);
  }
  if (activities.ids.length > 0) {
    for (const { id, activity } of await listActivitiesAmong(db, activities)) {
      add(`activity.${id}`, activityText(activity), id);
    }
  }
  if (evidence.ids.length > 0) {
    for (const { lineId, answerId, text } of await listEvidence(db, evidence)) {
      add(`evidence.${lineId}`, text, answerId);
    }
  }
}

async function addStudyTexts(
  texts: Map<string, FieldText>,
  db: Db,
  studyId: number,
  wanted: readonly string[],
  /** Undefined: the one in force. */
  versionId?: number,
): Promise<void> {
  const add = (path: string, text: string | null | undefined, revision: string | number) => {
    if (!wanted.includes(path) || !text) return;
    const source = { sourceType: "study", sourceId: String(studyId) } as const;
    texts.set(path, { ...source, text, revision: String(revision) });
  };
  if (wanted.some((path) => ["title", "summary", "description", "eligibility"].includes(path))) {
    const study = await findStudy(db, studyId);
    const { title, summary, detailedDescription, criteriaText, lastUpdate } = study?.imported ?? {};
    const revision = lastUpdate ?? study?.importedAt ?? "";
    add("title", title, revision);
    add("summary", summary, revision);
    add("description", detailedDescription, revision);
    add("eligibility", criteriaText, revision);
  }
  if (wanted.some((path) => path.startsWith("criterion."))) {
    const version =
      versionId === undefined
        ? await findVersionInForce(db, studyId)
        : await getVersion(db, versionId);
    for (const { lineId, text } of version ? await listAskedCriteria(db, version.id) : []) {
      add(`criterion.${lineId}`, text, version?.number ?? "");
    }
  }
  if (wanted.some((path) => path.startsWith("overview."))) {
    for (const { language, text, publishedAt, id } of await listLiveOverviews(db, studyId)) {
      if (publishedAt !== null) add(`overview.${language}`, text, id);
    }
  }
}
