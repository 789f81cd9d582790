// Which database may be served how: real use never on demo data, whose passwords lie in a file, and
// the demo never on real data.
import type { Db } from "@studydesk/db/open-database";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import type { EnvMode } from "./env";

export async function checkInstallation(db: Db, mode: EnvMode): Promise<{ isDemo: boolean }> {
  const installation = await findInstallation(db);
  if (mode === "demo") {
    if (installation && !installation.isDemo) {
      throw new Error(
        "STUDYDESK_DATA holds a real installation, which the demo does not touch. Leave STUDYDESK_DATA unset, or run `pnpm serve`.",
      );
    }
    return { isDemo: true };
  }
  if (installation?.isDemo) {
    throw new Error(
      "The database holds demo data, whose passwords are in a file: it is never served for real. Set STUDYDESK_DATA to another folder, for example STUDYDESK_DATA=/var/lib/studydesk.",
    );
  }
  if (!installation?.ownerUserId) {
    throw new Error(
      "Nobody owns this installation yet. Run `pnpm studydesk setup` with the same variables, then start again.",
    );
  }
  return { isDemo: false };
}
