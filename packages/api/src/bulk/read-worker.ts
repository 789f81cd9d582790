// In whose name a job works: its person as they are now. Whoever lost a role meanwhile changes nothing
// more by a job that was begun before.
import type { Db } from "@studydesk/db/open-database";
import { findPerson } from "@studydesk/db/people/person-queries";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import { notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";

/** Not the owner of the installation, and in no session: neither is anything to leads. */
export async function readWorker(db: Db, userId: string): Promise<Viewer> {
  const person = await findPerson(db, userId);
  if (!person) throw notFound("person");
  return { ...person, isOwner: false, roles: await listRolesOf(db, userId), sessionId: "" };
}
