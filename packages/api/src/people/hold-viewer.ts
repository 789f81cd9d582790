// Who asks is read before a transaction begins, and in another process remembered for some seconds. What would
// go on without them, like an open link, is made only by who may still do it when it is made.
import type { Db } from "@studydesk/db/open-database";
import { holdRolesOf } from "@studydesk/db/people/hold-roles";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { AccountActor } from "./get-account";

/** The viewer as they stand now; whoever takes a role of theirs away waits, and then ends what was made. */
export async function holdViewer(trx: Db, viewer: Viewer): Promise<Viewer> {
  return { ...viewer, roles: await holdRolesOf(trx, viewer.userId) };
}

/** The same for whoever changes an account: of two admins who close each other's, one is out by then. */
export async function holdActor(trx: Db, actor: AccountActor): Promise<AccountActor> {
  return actor === "command" ? actor : holdViewer(trx, actor);
}
