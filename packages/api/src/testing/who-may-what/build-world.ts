// Two sites with a person of each role, and the installation's owner; each call is given a place of its own.
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { buildCaller } from "../build-caller";
import type { TestDeps } from "../build-deps";
import type { Caller, Place, ViewerKind } from "./grid";

export async function buildWorld(deps: TestDeps) {
  const { db } = deps;
  const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
  const viewers: Record<ViewerKind, Viewer | undefined> = {
    anonymous: undefined,
    coordinator: await buildPerson(db, { role: "coordinator", siteId }),
    investigator: await buildPerson(db, { role: "investigator", siteId }),
    admin: await buildPerson(db, { role: "admin", siteId }),
    "coordinator elsewhere": await buildPerson(db, { role: "coordinator", siteId: otherId }),
    "investigator elsewhere": await buildPerson(db, { role: "investigator", siteId: otherId }),
    "admin elsewhere": await buildPerson(db, { role: "admin", siteId: otherId }),
    owner: await buildPerson(db, { isOwner: true }),
  };
  return {
    async placeFor(kind: ViewerKind): Promise<{ place: Place; caller: Caller }> {
      const viewer = viewers[kind];
      const lead = await buildLead(db, { siteId });
      await buildConsent(db, lead);
      const studySite = await db
        .insertInto("studySites")
        .values({
          studyId: lead.studyId,
          siteId,
          locationId: null,
          recruiting: "recruiting",
          createdAt: lead.createdAt,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const colleague = await buildPerson(db, { role: "coordinator", siteId });
      const place: Place = {
        deps,
        viewer,
        siteId,
        studyId: lead.studyId,
        studySiteId: studySite.id,
        lead,
        colleague,
      };
      return { place, caller: buildCaller(deps, viewer) };
    },
  };
}
