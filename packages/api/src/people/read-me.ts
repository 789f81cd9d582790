// The signed-in person as the screens see them: where they work and what they may do.
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { findKeyPreference } from "@studydesk/db/people/key-preference-queries";
import { listSites, type Site } from "@studydesk/db/sites/site-queries";
import { defaultKeyPreference, type KeyPreference } from "@studydesk/domain/people/key-preference";
import { type ViewerAbilities, viewerAbilities } from "@studydesk/domain/people/people-policy";
import { type Role, siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { readSecondFactorDuty, type SecondFactorDuty } from "./second-factor-duty";

export interface MeView {
  userId: string;
  name: string;
  email: string;
  isOwner: boolean;
  isDemo: boolean;
  /** By name; only where a role is held. */
  sites: (Omit<Site, "version"> & { roles: Role[] })[];
  abilities: ViewerAbilities;
  /** Whether single keys work for this person, and which were changed. */
  keys: KeyPreference;
  secondFactor: SecondFactorDuty;
}

export async function readMe(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<MeView> {
  const installation = await findInstallation(db);
  const sites = await listSites(db, siteIdsOf(viewer));
  return {
    userId: viewer.userId,
    name: viewer.name,
    email: viewer.email,
    isOwner: viewer.isOwner,
    isDemo: installation?.isDemo ?? false,
    sites: sites.map(({ version: _, ...site }) => ({
      ...site,
      roles: viewer.roles.filter((held) => held.siteId === site.id).map((held) => held.role),
    })),
    abilities: viewerAbilities(viewer),
    keys: (await findKeyPreference(db, viewer.userId)) ?? defaultKeyPreference,
    secondFactor: await readSecondFactorDuty(db, viewer.userId, now()),
  };
}
