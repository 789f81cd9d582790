// What use cases are given, built once by the server (and by tests, with a clock of their own).

import type { Db } from "@studydesk/db/open-database";
import type { ReplacedDatabase } from "@studydesk/domain/backups/replaced-database";
import type { AuditAnchors } from "./audit/audit-anchors";
import type { BackupRunner } from "./backups/backup-runner";
import type { LiveEvents } from "./live-events";
import type { NoteKeyring } from "./notes/note-keyring";
import type { Viewers } from "./people/viewers";
import type { RateLimits } from "./rate-limits";
import type { SecretKeys } from "./secret-keys";
import type { DraftOverview } from "./studies/draft-overview";
import type { Registry } from "./studies/registry";

export interface Deps {
  readonly db: Db;
  readonly now: () => Date;
  /** Where people reach this installation, without a slash at the end. */
  readonly baseUrl: string;
  readonly live: LiveEvents;
  readonly limits: RateLimits;
  readonly keys: SecretKeys;
  /** Private notes lie sealed under these. */
  readonly noteKeys: NoteKeyring;
  /** Who may do what is remembered for seconds: emptied after every change to sessions and roles. */
  readonly viewers: Pick<Viewers, "forgetAll">;
  /** ClinicalTrials.gov, where this machine reaches it. */
  readonly registry: Registry;
  /** Drafts plain-language texts; absent where no AI is set up. */
  readonly draftOverview?: DraftOverview;
  /** Where uploaded files lie until they were read; absent where the installation has no data folder. */
  readonly importsFolder?: string;
  /** Wakes the loop of imports, after the commit that began something; absent where there is none. */
  readonly importQueued?: () => void;
  /** The audit chain's ends that are kept outside the database; absent where they are not. */
  readonly auditAnchors?: AuditAnchors;
  /** Wakes the check of the audit chain that was asked for; absent where there is none. */
  readonly auditCheckWanted?: () => void;
  /** Absent where this server makes no backups by itself. */
  readonly backups?: BackupRunner;
  /** Databases that restores replaced and left on the disk; absent where they would not lie beside this one. */
  readonly replacedDatabases?: () => Promise<readonly ReplacedDatabase[]>;
  /** Wakes the outbox loop after a commit that queued mail. */
  readonly mailQueued: () => void;
  /** Wakes the loop of jobs over many leads, after the commit that began one. */
  readonly jobQueued: () => void;
  /** Wakes the search for leads of one person; absent where there is none. */
  readonly searchWanted?: () => void;
  /** False: mail is kept in the outbox and goes nowhere. */
  readonly hasMailServer: boolean;
}
