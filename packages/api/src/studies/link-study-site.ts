// Which sites take part in a study, and whether they take leads now. Only linked, recruiting study
// sites do; the registry's list of locations proposes, an owner decides.
import { inTransaction } from "@studydesk/db/open-database";
import { findSite } from "@studydesk/db/sites/site-queries";
import { findStudy, listStudyLocations } from "@studydesk/db/studies/study-queries";
import {
  findStudySite,
  listStudySites,
  saveStudySite,
  updateRecruiting,
} from "@studydesk/db/studies/study-site-queries";
import { addOpening } from "@studydesk/db/subscriptions/opening-queries";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type {
  LinkStudySiteInput,
  SetRecruitingStatusInput,
} from "@studydesk/domain/studies/study-inputs";
import { canManageStudies, canSetRecruiting } from "@studydesk/domain/studies/study-policy";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { type StudySiteView, toStudySiteView } from "./study-view";

type LinkDeps = Pick<Deps, "db" | "now" | "live">;

/** Makes the study site (recruiting from now on), or points it at another location. `actorId` null: the command line. */
export async function linkStudySite(
  deps: LinkDeps,
  actorId: string | null,
  input: LinkStudySiteInput,
): Promise<{ studySiteId: number }> {
  const studySiteId = await inTransaction(deps.db, async (trx) => {
    if (!(await findStudy(trx, input.studyId))) throw notFound("study");
    if (!(await findSite(trx, input.siteId))) throw notFound("site");
    const locations = await listStudyLocations(trx, input.studyId);
    if (input.locationId !== null && !locations.some(({ id }) => id === input.locationId)) {
      throw notFound("location");
    }
    const at = deps.now().toISOString();
    const linked = await listStudySites(trx, [input.siteId], input.studyId);
    const id = await saveStudySite(trx, { ...input, at });
    // One that is only pointed at another location was open, or not, before.
    if (linked.length === 0) {
      await addOpening(trx, { studyId: input.studyId, siteId: input.siteId, at });
    }
    await recordChange(trx, {
      at,
      actorId,
      action: "study_site.linked",
      subject: "study",
      subjectId: String(input.studyId),
      siteId: input.siteId,
      details: { studySiteId: id, locationId: input.locationId },
    });
    return id;
  });
  deps.live.announce();
  return { studySiteId };
}

/** Opens, pauses or closes a study site's recruiting: its form appears or goes with it. */
export async function setRecruitingStatus(
  deps: LinkDeps,
  viewer: Viewer,
  input: SetRecruitingStatusInput,
): Promise<StudySiteView> {
  const changed = await inTransaction(deps.db, async (trx) => {
    const studySite = await findStudySite(trx, input.studySiteId);
    const visible =
      studySite && (canManageStudies(viewer) || siteIdsOf(viewer).includes(studySite.siteId));
    if (!studySite || !visible) throw notFound("study site");
    if (!canSetRecruiting(viewer, studySite)) {
      throw new DomainError(
        "forbidden",
        "Only an admin of this site opens or pauses recruiting. Ask yours.",
      );
    }
    const saved = await updateRecruiting(trx, {
      studySiteId: input.studySiteId,
      recruiting: input.status,
      expectedVersion: input.expectedVersion,
    });
    if (!saved) throw staleVersion("study site", studySite.version);
    const at = deps.now().toISOString();
    if (input.status === "recruiting" && studySite.recruiting !== "recruiting") {
      await addOpening(trx, { studyId: studySite.studyId, siteId: studySite.siteId, at });
    }
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "study_site.recruiting_changed",
      subject: "study",
      subjectId: String(studySite.studyId),
      siteId: studySite.siteId,
      details: { studySiteId: studySite.id, from: studySite.recruiting, to: input.status },
    });
    return { ...studySite, recruiting: input.status, version: studySite.version + 1 };
  });
  deps.live.announce();
  return toStudySiteView(viewer, changed);
}
