// Whether somebody has to have a second factor, and from when on nothing else answers them. Never in a demo:
// its people are made up, and whoever looks at it has no phone for them.
import type { Db } from "@studydesk/db/open-database";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import {
  findBoundSince,
  findSecondFactorStart,
  hasSecondFactor,
  listBoundWithout,
} from "@studydesk/db/people/second-factor-queries";
import { DomainError } from "@studydesk/domain/errors";
import {
  graceEndsFor,
  secondFactorDueAt,
  secondFactorNeededSentence,
} from "@studydesk/domain/people/second-factor";
import type { Viewer } from "@studydesk/domain/people/viewer";

export interface SecondFactorDuty {
  isOn: boolean;
  /** Null: this person may do without. */
  dueAt: string | null;
  /** Nothing but their own account answers. */
  isNeeded: boolean;
}

export async function readSecondFactorDuty(
  db: Db,
  userId: string,
  now: Date,
): Promise<SecondFactorDuty> {
  const isOn = await hasSecondFactor(db, userId);
  const boundSince = await findBoundSince(db, userId);
  if (boundSince === null || (await findInstallation(db))?.isDemo) {
    return { isOn, dueAt: null, isNeeded: false };
  }
  const dueAt = secondFactorDueAt(boundSince, await findSecondFactorStart(db));
  return { isOn, dueAt, isNeeded: !isOn && now.toISOString() >= dueAt };
}

/** Of whom `isNeeded` is true, for those who look at many people at once. */
export async function listWhoNeedSecondFactor(db: Db, now: Date): Promise<ReadonlySet<string>> {
  const before = graceEndsFor(now);
  if ((await findInstallation(db))?.isDemo) return new Set();
  if ((await findSecondFactorStart(db)) > before) return new Set();
  return listBoundWithout(db, before);
}

/** Throws forbidden for a viewer who has to set one up before anything else. */
export function requireSecondFactor(viewer: Viewer): void {
  if (!viewer.needsSecondFactor) return;
  throw new DomainError("forbidden", secondFactorNeededSentence, { reason: "two_factor_needed" });
}
