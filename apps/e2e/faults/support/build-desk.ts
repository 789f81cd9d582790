// A desk with one site, one study that recruits and one coordinator, written straight into a database before
// any server runs on it; and a folder with the secret, in which SQLite's file lies, too.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { buildRecruitingStudy } from "@studydesk/api/testing/build-recruiting-study";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { type Db, isPostgresUrl } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import type { OpenTestDatabase } from "@studydesk/db/testing/every-engine";
import { onTestFinished } from "vitest";

export const secret = "f".repeat(48);
export const password = "correct horse battery staple 42";

export interface FaultDesk {
  db: Db;
  databaseUrl: string;
  folder: string;
  siteId: number;
  studyId: number;
  nctId: string;
  email: string;
  /** The coordinator, as a session would have it. */
  kim: Awaited<ReturnType<typeof buildPerson>>;
}

export async function buildFaultDesk(openTestDatabase: OpenTestDatabase): Promise<FaultDesk> {
  const { db, url: databaseUrl } = await openTestDatabase();
  const folder = isPostgresUrl(databaseUrl) ? makeFolder() : dirname(databaseUrl);
  writeFileSync(join(folder, "secret"), secret, { mode: 0o600 });
  const { id: siteId } = await buildSite(db);
  await buildPerson(db, { isOwner: true });
  const email = "kim@example.org";
  const kim = await buildPerson(db, {
    ...{ role: "coordinator", siteId, email },
    passwordHash: await hashLightly(password),
  });
  const study = await buildRecruitingStudy(buildDeps(db), { siteIds: [siteId] });
  return { db, databaseUrl, folder, siteId, ...study, email, kim };
}

/** For a command of the same installation. */
export function settingsOf({ folder }: FaultDesk): Record<string, string> {
  return { STUDYDESK_DATA: folder, STUDYDESK_SECRET_FILE: join(folder, "secret") };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-fault-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
