// What somebody may do is read again in the transaction that does it, where it must not outlive their leaving.
import type { SiteRole } from "@studydesk/domain/people/viewer";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";

/** Their roles by now; none of them is taken away before the transaction ends. SQLite's write lock does that. */
export async function holdRolesOf(trx: Db, userId: string): Promise<SiteRole[]> {
  return trx
    .selectFrom("siteRoles")
    .select(["siteId", "role"])
    .where("userId", "=", userId)
    .orderBy("siteId")
    .orderBy("role")
    .$if(engineOf(trx) === "postgres", (query) => query.forShare())
    .execute();
}
