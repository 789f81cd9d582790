// A lead's questions: whoever sees the lead reads them, whoever works on it answers. An investigator decides
// on answers, and so gives none.
import { buildVersion } from "../build-screening";
import { answers, type GridRow, type Place } from "./grid";

const answersFor = answers({
  coordinator: "ok",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

export const screeningRows: Readonly<Record<string, GridRow>> = {
  "screening.read": {
    call: (caller, { lead }) => caller.screening.read({ leadId: lead.id }),
    outcomes: { ...answersFor, investigator: "ok" },
  },
  "screening.answer": {
    call: async (caller, place) =>
      caller.screening.answer({
        ...{ leadId: place.lead.id, criterionId: await publishCriterion(place), value: true },
        ...{ expectedAnswerId: null, evidence: null, source: null },
      }),
    outcomes: answersFor,
  },
  "screening.takeBack": {
    call: async (caller, place) => caller.screening.takeBack({ answerId: await giveAnswer(place) }),
    outcomes: answersFor,
  },
};

async function publishCriterion({ deps, studyId }: Place): Promise<number> {
  const { criteria } = await buildVersion(deps.db, studyId, 1);
  return criteria.I1 ?? 0;
}

/** The viewer's own, however they came to give it. */
async function giveAnswer(place: Place): Promise<number> {
  const { deps, lead, viewer, colleague } = place;
  const { id: versionId, criteria } = await buildVersion(deps.db, place.studyId, 1);
  const at = deps.now().toISOString();
  await deps.db
    .insertInto("screenings")
    .values({
      ...{ leadId: lead.id, criteriaVersionId: versionId, answersSha256: "" },
      ...{ questions: 4, answered: 1, unknowns: 0, failed: 0, startedAt: at, updatedAt: at },
    })
    .execute();
  const { id } = await deps.db
    .insertInto("answers")
    .values({
      ...{ leadId: lead.id, criterionId: criteria.I1 ?? 0, answer: "met", value: "true" },
      ...{ answeredAt: at, updatedAt: at, answeredBy: (viewer ?? colleague).userId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
