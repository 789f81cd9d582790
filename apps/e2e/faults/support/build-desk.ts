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

export const password = "correct horse battery staple 42";

export interface FaultDesk {
  db: Db;
  databaseUrl: string;
  folder: string;
  siteId: number;
  studyId: number;
  nctId: string;
  email: string;
  userId: string;
}

export async function buildFaultDesk(openTestDatabase: OpenTestDatabase): Promise<FaultDesk> {
  const { db, url: databaseUrl } = await openTestDatabase();
  const folder = isPostgresUrl(databaseUrl) ? makeFolder() : dirname(databaseUrl);
  writeFileSync(join(folder, "secret"), "f".repeat(48), { mode: 0o600 });
  const { id: siteId } = await buildSite(db);
  await buildPerson(db, { isOwner: true });
  const email = "kim@example.org";
  const { userId } = await buildPerson(db, {
    ...{ role: "coordinator", siteId, email },
    passwordHash: await hashLightly(password),
  });
  const study = await buildRecruitingStudy(buildDeps(db), { siteIds: [siteId] });
  return { db, databaseUrl, folder, siteId, ...study, email, userId };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-fault-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
