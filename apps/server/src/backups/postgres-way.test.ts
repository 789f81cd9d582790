import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it, onTestFinished, vi } from "vitest";
import { postgresBackupWords, postgresRestoreWords } from "./postgres-way";
import { newBackupFolder } from "./testing/new-backup-folder";

const at = new Date("2026-11-23T13:04:05.000Z");

/** PostgreSQL's programs as they would be on a machine: these, and no others. */
function withPrograms(programs: Record<string, string>): void {
  const folder = newBackupFolder();
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o700);
  }
  vi.stubEnv("PATH", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

const contents = ["leads", "audit", "kysely_migration"]
  .map((table, index) => `${index}; 0 1 TABLE DATA public ${table} studydesk`)
  .join("\n");

describeOnEveryEngine("a backup on PostgreSQL", (openTestDatabase, engine) => {
  it.skipIf(engine === "sqlite")(
    "is said to be pg_dump's, with the words to run and whether it will do (skipped on SQLite: it has its own)",
    async () => {
      const { url } = await openTestDatabase();
      withPrograms({ pg_dump: "echo 'pg_dump (PostgreSQL) 15.4 (Debian)'" });
      const words = (await postgresBackupWords(url, "/mnt/my backups", at)).join("\n");
      expect(words).toContain("No backup was made");
      expect(words).toContain(
        `pg_dump --format=custom --file='/mnt/my backups/studydesk-2026-11-23T130405Z.dump' "$DATABASE_URL"`,
      );
      expect(words).toContain("pg_dump here is 15: it refuses newer servers");
      expect(words).not.toContain(url);
      withPrograms({});
      const without = (await postgresBackupWords(url, "/mnt", at)).join("\n");
      expect(without).toContain("pg_dump is not on this machine");
    },
  );
});

it("tells a dump of a Studydesk by its list of contents", async () => {
  withPrograms({ pg_restore: `echo '${contents}'` });
  const { isOurs, lines } = await postgresRestoreWords("/mnt/x.dump");
  expect(isOurs).toBe(true);
  expect(lines.join("\n")).toContain("--dbname=studydesk_restored /mnt/x.dump");
  expect(lines.join("\n")).toContain("audit restored");
});

it.each([
  ["another program's dump", "echo '1; 0 1 TABLE DATA public orders shop'", "of no Studydesk"],
  ["a file that is no dump", "echo 'not a valid archive' >&2; exit 1", "cannot read this file"],
  ["a machine without the tool", undefined, "is not on this machine"],
])("brings nothing back from %s", async (_, script, words) => {
  withPrograms(script === undefined ? {} : { pg_restore: script });
  const { isOurs, lines } = await postgresRestoreWords("/mnt/x.dump");
  expect(isOurs).toBe(false);
  expect(lines.join("\n")).toContain(words);
});
