// A study's criteria: people of its sites read them, the owner and those sites' investigators and admins
// change them.

import { type CriterionToStore, replaceCriteria } from "@studydesk/db/screening/criteria-queries";
import { addVersion } from "@studydesk/db/screening/version-queries";
import { usualRule } from "@studydesk/domain/screening/judge-answer";
import { answers, type GridRow, type Place, seesStudy } from "./grid";

const edits = answers({
  coordinator: "forbidden",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "ok",
});

export const criteriaRows: Readonly<Record<string, GridRow>> = {
  "criteria.versions": {
    call: (caller, { studyId }) => caller.criteria.versions({ studyId }),
    outcomes: seesStudy,
  },
  "criteria.read": {
    call: async (caller, place) => caller.criteria.read({ versionId: await version(place) }),
    outcomes: seesStudy,
  },
  "criteria.diff": {
    call: async (caller, place) => caller.criteria.diff({ versionId: await draft(place) }),
    outcomes: seesStudy,
  },
  "criteria.beginDraft": {
    call: (caller, { studyId }) => caller.criteria.beginDraft({ studyId }),
    outcomes: edits,
  },
  "criteria.saveDraft": {
    call: async (caller, place) =>
      caller.criteria.saveDraft({
        versionId: await draft(place),
        expectedRevision: 1,
        criteria: [],
      }),
    outcomes: edits,
  },
  "criteria.discardDraft": {
    call: async (caller, place) => caller.criteria.discardDraft({ versionId: await draft(place) }),
    outcomes: edits,
  },
  "criteria.effect": {
    call: async (caller, place) => caller.criteria.effect({ versionId: await draft(place) }),
    outcomes: seesStudy,
  },
  "criteria.publish": {
    call: async (caller, place) => {
      const versionId = await draft(place);
      await replaceCriteria(place.deps.db, versionId, [criterion]);
      await caller.criteria.publish({ versionId, expectedRevision: 1 });
    },
    outcomes: edits,
  },
  "criteria.amendment": {
    call: async (caller, place) => caller.criteria.amendment({ versionId: await version(place) }),
    outcomes: seesStudy,
  },
  "criteria.followUpAmendment": {
    call: async (caller, place) => {
      const versionId = await version(place);
      await caller.criteria.followUpAmendment({ versionId, effect: "ask_again" });
    },
    outcomes: answers({
      coordinator: "ok",
      investigator: "forbidden",
      admin: "ok",
      elsewhere: "not_found",
      owner: "forbidden",
    }),
  },
};

const criterion: CriterionToStore = {
  ...{ id: null, lineId: null, kind: "inclusion", label: "I1", heading: null },
  ...{ text: "Sleeps badly", children: [], wording: null, doubt: null },
  ...{ rule: usualRule("inclusion"), cost: "phone" },
};

/** In force, with one criterion; gives its id. */
async function version({ deps, studyId, lead }: Place): Promise<number> {
  const made = { studyId, number: 1, origin: "registry", basedOnId: null } as const;
  const id = await addVersion(deps.db, { ...made, at: lead.createdAt, isPublished: true });
  await replaceCriteria(deps.db, id, [criterion]);
  return id;
}

async function draft(place: Place): Promise<number> {
  const { deps, studyId, lead } = place;
  const basedOnId = await version(place);
  const made = { studyId, number: 2, origin: "team", basedOnId } as const;
  return addVersion(deps.db, { ...made, at: lead.createdAt, isPublished: false });
}
