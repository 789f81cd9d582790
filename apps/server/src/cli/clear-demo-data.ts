// Makes room for new demo data, and only there: a database that is not the demo's is never touched.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "@studydesk/db/migrate";
import { openDatabase } from "@studydesk/db/open-database";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { checkInstallation } from "../check-installation";
import type { Env } from "../env";

/** Says whether the demo's data are to be made anew: there were none, or half of them, or `fresh`. */
export async function clearDemoData(
  { databaseUrl, dataFolder = "" }: Pick<Env, "databaseUrl" | "dataFolder">,
  fresh: boolean,
): Promise<boolean> {
  if (!existsSync(databaseUrl)) return true;
  const db = openDatabase(databaseUrl);
  let isDemo = false;
  try {
    await migrate(db);
    await checkInstallation(db, "demo");
    isDemo = (await findInstallation(db))?.isDemo ?? false;
  } finally {
    await db.destroy();
  }
  if (isDemo && !fresh) return false;
  // A start that was cut short has written the accounts and never finished.
  const isHalfDone = existsSync(join(dataFolder, "demo-accounts.json"));
  if (isDemo || isHalfDone) {
    for (const file of [databaseUrl, `${databaseUrl}-wal`, `${databaseUrl}-shm`]) {
      rmSync(file, { force: true });
    }
    for (const file of ["demo-accounts.json", "secret.keys", "secret.heads"]) {
      rmSync(join(dataFolder, file), { force: true });
    }
  }
  return true;
}
