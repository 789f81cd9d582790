// A study whose criteria came from a record, two sites that take part, and short ways to what tests of
// criteria do again and again: edit, publish, answer.
import type { Db } from "@studydesk/db/open-database";
import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { importStudy } from "../studies/import-study";
import { buildCaller } from "./build-caller";
import { buildDeps } from "./build-deps";

export const listed = {
  inclusion: ["Aged between 18 and 80 years", "Karnofsky > 80", "Sleeps badly"],
  exclusion: ["History of asthma"],
};

export function recordText(given: Partial<typeof listed> = {}): string {
  const { inclusion, exclusion } = { ...listed, ...given };
  const bullets = (items: readonly string[]) => items.map((item) => `* ${item}`).join("\n");
  return JSON.stringify({
    protocolSection: {
      identificationModule: { nctId: "NCT99000078", briefTitle: "Morning walks" },
      statusModule: { overallStatus: "RECRUITING" },
      eligibilityModule: {
        eligibilityCriteria: `Inclusion Criteria:\n\n${bullets(inclusion)}\n\nExclusion Criteria:\n\n${bullets(exclusion)}`,
        minimumAge: "18 Years",
        maximumAge: "80 Years",
      },
    },
  });
}

/** Answers by which a lead fits. */
export const said: Readonly<Record<string, AnswerValue>> = { I1: 40, I2: 90, I3: true, E1: false };

/** A study with four criteria in force at two sites, and those who answer and edit there. */
export async function buildCriteria(db: Db) {
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db);
  const { id: otherId } = await buildSite(db, { name: "Shelbyville Clinic" });
  const owner = await buildPerson(db, { isOwner: true });
  const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" });
  const ines = await buildPerson(db, { role: "investigator", siteId, name: "Ines Example" });
  const elsewhere = await buildPerson(db, { role: "coordinator", siteId: otherId });
  const [imported] = await importStudy(deps, null, { fileText: recordText() });
  const studyId = imported?.studyId ?? 0;
  for (const each of [siteId, otherId]) {
    const at = deps.now().toISOString();
    await saveStudySite(db, { studyId, siteId: each, locationId: null, at });
  }
  const as = (viewer: Viewer) => buildCaller(deps, viewer);
  const criteria = as(ines).criteria;
  const draft = () => criteria.beginDraft({ studyId });
  const inForce = async () => {
    const { versions } = await criteria.versions({ studyId });
    const newest = versions.find(({ state }) => state === "published");
    return criteria.read({ versionId: newest?.id ?? 0 });
  };
  /** A lead in pre-screening with these answers, by label of the version in force. */
  const ask = async (answers: Readonly<Record<string, AnswerValue>>, at = siteId) => {
    const lead = await buildLead(db, { studyId, siteId: at, status: "pre_screening" });
    await buildConsent(db, lead);
    await answer(lead.id, answers, at === siteId ? kim : elsewhere);
    return lead.id;
  };
  const answer = async (
    leadId: number,
    answers: Readonly<Record<string, AnswerValue>>,
    by = kim,
  ) => {
    const asked = await inForce();
    for (const [label, value] of Object.entries(answers)) {
      const criterionId = asked.criteria.find((each) => each.label === label)?.id ?? 0;
      const given = { leadId, criterionId, value, evidence: null, source: null };
      await as(by).screening.answer({ ...given, expectedAnswerId: null });
    }
  };
  const change = async (
    edit: (criteria: Awaited<ReturnType<typeof draft>>["criteria"]) => typeof criteria,
  ) => {
    const begun = await draft();
    const saved = await criteria.saveDraft({
      ...{ versionId: begun.id, expectedRevision: begun.revision },
      criteria: edit(begun.criteria),
    });
    return { versionId: saved.id, expectedRevision: saved.revision };
  };
  return {
    ...{ db, deps, siteId, studyId, owner, kim, ines, elsewhere, as, criteria },
    ...{ draft, inForce, ask, answer, change },
  };
}

/** With other ages. */
export const between = (criteria: AskedCriterion[], min: number, max: number): AskedCriterion[] =>
  criteria.map((each) =>
    each.rule.kind === "number" && each.rule.unit === "years"
      ? { ...each, text: `Aged ${min} to ${max}`, rule: { ...each.rule, min, max } }
      : each,
  );
