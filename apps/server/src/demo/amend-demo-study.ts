// A study of the demo whose criteria changed today: younger people may join, and an injection has to be longer
// ago. So some have to be asked again, and some who failed may fit now.
import type { Deps } from "@studydesk/api/deps";
import { beginDraft, saveDraft } from "@studydesk/api/screening/edit-criteria";
import { publishCriteria } from "@studydesk/api/screening/publish-criteria";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";

const amended = "NCT99000002";

export async function amendDemoStudy(deps: Deps, owner: Viewer): Promise<void> {
  const study = await findStudyByNctId(deps.db, amended);
  if (!study) throw new Error(`${amended} is no study of the demo.`);
  const draft = await beginDraft(deps, owner, { studyId: study.id });
  const criteria = draft.criteria.map(({ id: _, label: __, ...criterion }) => amend(criterion));
  const expectedRevision = draft.revision;
  const saved = await saveDraft(deps, owner, { versionId: draft.id, expectedRevision, criteria });
  await publishCriteria(deps, owner, { versionId: saved.id, expectedRevision: saved.revision });
}

function amend(criterion: Omit<AskedCriterion, "id" | "label">) {
  const { rule, text, wording } = criterion;
  if (rule.kind === "number" && rule.unit === "years") {
    const younger = text.replace(`${rule.min}`, "40");
    return { ...criterion, text: younger, rule: { ...rule, min: 40 } };
  }
  const longer = (words: string) => words.replace("last 3 months", "last 6 months");
  return { ...criterion, text: longer(text), wording: wording === null ? null : longer(wording) };
}
