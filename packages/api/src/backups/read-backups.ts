// How safe the data are, for those who answer for them: the last good backup, what became of the others, and
// whether somebody has to do something.
import { findRestored } from "@studydesk/db/audit/restored-queries";
import { listBackups, readBackupTimes } from "@studydesk/db/backups/backup-queries";
import { engineOf } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { listNamesOf } from "@studydesk/db/people/person-queries";
import type { Restored } from "@studydesk/domain/audit/restored-row";
import {
  type BackupOrigin,
  type BackupProblem,
  type BackupWarning,
  backupWarning,
} from "@studydesk/domain/backups/backup";
import {
  deleteReplacedBy,
  type ReplacedDatabase,
} from "@studydesk/domain/backups/replaced-database";
import { DomainError } from "@studydesk/domain/errors";
import { canSeeBackups } from "@studydesk/domain/people/people-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import type { BackupProgress } from "./backup-runner";

type ReadDeps = Pick<Deps, "db" | "now" | "backups" | "replacedDatabases">;

export interface BackupView {
  id: number;
  startedAt: string;
  endedAt: string;
  origin: BackupOrigin;
  byName: string | null;
  fileName: string | null;
  bytes: number | null;
  isEncrypted: boolean;
  problem: BackupProblem | null;
}

export interface BackupState {
  warning: BackupWarning | null;
  /** ISO-8601; null: there is none. */
  lastGoodAt: string | null;
}

export interface BackupsView extends BackupState {
  /** `by_others`: on PostgreSQL whoever runs it makes backups, and the desk knows of none. */
  madeBy: "server" | "command" | "by_others";
  schedule: { everyHours: number; keep: string; isEncrypted: boolean } | null;
  running: BackupProgress | null;
  canStart: boolean;
  /** The newest. */
  rows: BackupView[];
  /** The newest restore; null: none since this trail began. */
  restored: Restored | null;
  /** Databases that were there before a restore and still lie on the disk, oldest first. */
  replaced: (ReplacedDatabase & { deleteBy: string; isOverdue: boolean })[];
}

const shown = 30;

export async function readBackups(deps: ReadDeps, viewer: Viewer): Promise<BackupsView> {
  const state = await readBackupState(deps, viewer);
  const { db, now, backups, replacedDatabases } = deps;
  const replaced = (await replacedDatabases?.()) ?? [];
  const rows = await listBackups(db, shown);
  const people = rows.flatMap(({ byUserId }) => (byUserId === null ? [] : [byUserId]));
  const names = await listNamesOf(db, people);
  return {
    ...state,
    madeBy: engineOf(db) === "postgres" ? "by_others" : backups ? "server" : "command",
    schedule: backups
      ? {
          everyHours: backups.everyHours,
          keep: `${backups.keep.days}/${backups.keep.weeks}/${backups.keep.months}`,
          isEncrypted: backups.isEncrypted,
        }
      : null,
    running: backups?.progress() ?? null,
    canStart: viewer.isOwner && backups !== undefined,
    rows: rows.map(({ sha256: _, byUserId, isEncrypted, ...row }) => ({
      ...row,
      isEncrypted: isEncrypted === 1,
      byName: byUserId === null ? null : (names.get(byUserId) ?? null),
    })),
    restored: (await findRestored(db)) ?? null,
    replaced: replaced.map((database) => {
      const deleteBy = deleteReplacedBy(database.at);
      return { ...database, deleteBy, isOverdue: deleteBy < now().toISOString() };
    }),
  };
}

/** What every screen of an admin asks: no more than two short questions to the database. */
export async function readBackupState(
  { db, now, backups }: ReadDeps,
  viewer: Viewer,
): Promise<BackupState> {
  if (!canSeeBackups(viewer)) {
    throw new DomainError(
      "forbidden",
      "Backups are looked after by the owner and the admins of a site. Ask one of them.",
    );
  }
  const times = await readBackupTimes(db);
  const needsNone = engineOf(db) === "postgres" || (await isDemo(db));
  return {
    lastGoodAt: times.lastGoodAt,
    warning: needsNone ? null : backupWarning(times, backups?.everyHours, now()),
  };
}

async function isDemo(db: Db): Promise<boolean> {
  return (await findInstallation(db))?.isDemo ?? false;
}
