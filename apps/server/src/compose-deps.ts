// Builds what use cases are given, once per process, from what was read at the start.

import type { AuditAnchors } from "@studydesk/api/audit/audit-anchors";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import type { BackupRunner } from "@studydesk/api/backups/backup-runner";
import type { Deps } from "@studydesk/api/deps";
import { createLiveEvents } from "@studydesk/api/live-events";
import { type Auth, createAuth } from "@studydesk/api/people/auth";
import { createViewers, type Viewers } from "@studydesk/api/people/viewers";
import { createRateLimits } from "@studydesk/api/rate-limits";
import { deriveSecretKeys } from "@studydesk/api/secret-keys";
import type { DraftOverview } from "@studydesk/api/studies/draft-overview";
import type { Registry } from "@studydesk/api/studies/registry";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { engineOf } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { openNoteKeyring } from "./note-key-file";

export interface DepsParts {
  db: Db;
  now: () => Date;
  baseUrl: string;
  secret: Buffer;
  noteKeyFile: string | undefined;
  registry: Registry;
  draftOverview: DraftOverview | undefined;
  hasMailServer: boolean;
  mailQueued: () => void;
  jobQueued: () => void;
  /** Undefined: without a data folder no file can be taken in. */
  importsFolder?: string | undefined;
  importQueued?: () => void;
  searchWanted?: () => void;
  /** Undefined: this server makes no backups. */
  backups?: BackupRunner | undefined;
  replacedDatabases?: Deps["replacedDatabases"] | undefined;
  auditAnchors?: AuditAnchors | undefined;
  auditCheckWanted?: () => void;
}

export interface Composed {
  deps: Deps;
  auth: Auth;
  viewers: Viewers;
}

export function composeDeps(parts: DepsParts): Composed {
  const { db, now, baseUrl, hasMailServer, mailQueued, jobQueued, draftOverview } = parts;
  const keys = deriveSecretKeys(parts.secret);
  setAuditSigner(db, createAuditSigner(keys.audit));
  const auth = createAuth({ db, engine: engineOf(db), baseUrl, secret: keys.auth });
  const viewers = createViewers({ auth, db, now });
  const deps: Deps = {
    db,
    now,
    baseUrl,
    keys,
    noteKeys: openNoteKeyring(parts.noteKeyFile, keys.notes),
    viewers,
    mailQueued,
    jobQueued,
    hasMailServer,
    registry: parts.registry,
    ...(draftOverview ? { draftOverview } : {}),
    ...(parts.importsFolder ? { importsFolder: parts.importsFolder } : {}),
    ...(parts.importQueued ? { importQueued: parts.importQueued } : {}),
    ...(parts.searchWanted ? { searchWanted: parts.searchWanted } : {}),
    ...(parts.auditAnchors ? { auditAnchors: parts.auditAnchors } : {}),
    ...(parts.auditCheckWanted ? { auditCheckWanted: parts.auditCheckWanted } : {}),
    ...(parts.backups ? { backups: parts.backups } : {}),
    ...(parts.replacedDatabases ? { replacedDatabases: parts.replacedDatabases } : {}),
    live: createLiveEvents(),
    limits: createRateLimits(db, now),
  };
  return { deps, auth, viewers };
}
