// A study with a site, its admin, and a stand-in for the AI whose answer a test sets.
import type { Db } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { createClaimCheck } from "@studydesk/domain/studies/check-claims";
import type { DraftOverview } from "../studies/draft-overview";
import { buildCaller } from "./build-caller";
import { buildDeps } from "./build-deps";
import { buildRecruitingStudy } from "./build-recruiting-study";

export async function buildOverview(db: Db) {
  const answer = { text: "Does a walk in the morning help people sleep?", model: "made-up-1" };
  const asked: Parameters<DraftOverview>[0][] = [];
  const deps = buildDeps(db, {
    draftOverview: async (request) => {
      asked.push(request);
      return answer;
    },
  });
  const { id: siteId } = await buildSite(db);
  const bo = await buildPerson(db, { role: "admin", siteId, name: "Bo Example" });
  const olga = await buildPerson(db, { isOwner: true, name: "Olga Owner" });
  const { studyId, nctId } = await buildRecruitingStudy(deps, { siteIds: [siteId] });
  const place = { studyId, language: "en" } as const;
  const asBo = buildCaller(deps, bo).overviews;
  return {
    db,
    deps,
    siteId,
    bo,
    studyId,
    nctId,
    place,
    answer,
    asked,
    asBo,
    asOlga: buildCaller(deps, olga).overviews,
    /** Publishes the draft as it is, everything in it checked. */
    async publish() {
      const { draft, registry, language } = await asBo.read(place);
      if (!draft) throw new Error("There is no draft to publish.");
      const findings = createClaimCheck(registry.text)(draft.text, language);
      await asBo.publish({
        overviewId: draft.id,
        expectedVersion: draft.version,
        sourceSha256: registry.sha256,
        checkedFindings: findings.map(({ key }) => key),
      });
      return draft.id;
    },
  };
}
