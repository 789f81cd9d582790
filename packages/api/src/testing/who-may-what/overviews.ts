// Plain-language texts: for those who word the study's page, nobody else.
import { randomInt } from "node:crypto";
import { addOverviewDraft, publishOverviewDraft } from "@studydesk/db/studies/overview-queries";
import { readOverview } from "../../studies/overview-view";
import { buildCaller } from "../build-caller";
import { buildRecruitingStudy } from "../build-recruiting-study";
import { answers, type GridRow, type Place } from "./grid";

const wordsStudy = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "ok",
});

export const overviewRows: Readonly<Record<string, GridRow>> = {
  "overviews.read": row(async (caller, place) => caller.overviews.read(await studyOf(place))),
  "overviews.saveDraft": row(async (caller, place) =>
    caller.overviews.saveDraft({ ...(await studyOf(place)), text: "A", expectedVersion: null }),
  ),
  "overviews.draftWithAi": row(async (_, place) => {
    const draftOverview = async () => ({ text: "A", model: "made-up-1" });
    const caller = buildCaller({ ...place.deps, draftOverview }, place.viewer);
    return caller.overviews.draftWithAi({ ...(await studyOf(place)), expectedVersion: null });
  }),
  "overviews.startOver": row(async (caller, place) =>
    caller.overviews.startOver(await draftOf(place)),
  ),
  "overviews.takeBack": row(async (caller, place) =>
    caller.overviews.takeBack(await draftOf(place)),
  ),
  "overviews.reuse": row(async (caller, place) => {
    const { overviewId } = await publishedOf(place);
    return caller.overviews.reuse({ overviewId, expectedVersion: null });
  }),
  "overviews.publish": row(async (caller, place) => {
    const draft = await draftOf(place);
    const source = { sourceSha256: await sha256Of(place, draft.studyId), checkedFindings: [] };
    return caller.overviews.publish({ ...draft, ...source });
  }),
  "overviews.withdraw": row(async (caller, place) =>
    caller.overviews.withdraw(await publishedOf(place)),
  ),
};

function row(call: GridRow["call"]): GridRow {
  return { call, outcomes: wordsStudy };
}

async function studyOf({ deps, siteId }: Place) {
  const nctId = `NCT${randomInt(10_000_000, 100_000_000)}`;
  const { studyId } = await buildRecruitingStudy(deps, { nctId, siteIds: [siteId] });
  return { studyId, language: "en" } as const;
}

async function draftOf(place: Place) {
  const study = await studyOf(place);
  const words = { text: "A", origin: "person", model: null, sourceSha256: "" } as const;
  const by = { byUserId: place.colleague.userId, at: place.deps.now().toISOString() };
  const previous = { ...words, text: "B" };
  const overviewId = await addOverviewDraft(place.deps.db, { ...study, ...words, ...by });
  await place.deps.db
    .updateTable("overviews")
    .set({ previous: JSON.stringify(previous) })
    .where("id", "=", overviewId)
    .execute();
  return { ...study, overviewId, expectedVersion: 1 };
}

async function publishedOf(place: Place) {
  const { overviewId } = await draftOf(place);
  await publishOverviewDraft(
    place.deps.db,
    {
      id: overviewId,
      version: 1,
      byUserId: place.colleague.userId,
      at: place.deps.now().toISOString(),
    },
    { sourceSha256: "", checkedFindings: [] },
  );
  return { overviewId };
}

async function sha256Of({ deps, colleague }: Place, studyId: number): Promise<string> {
  const owner = { ...colleague, isOwner: true };
  const { registry } = await readOverview(deps, owner, { studyId, language: "en" });
  return registry.sha256;
}
