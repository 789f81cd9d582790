// A site with two people and as many new leads as it takes, and the loop's work done at once.
import { insertMany } from "@studydesk/db/leads/seed-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { workOnJobs } from "../bulk/work-on-jobs";
import { buildCaller } from "./build-caller";
import { buildDeps, type TestDeps } from "./build-deps";

export const failAtOnce = (error: unknown) => {
  throw error;
};

/** A site with two people and this many new leads. */
export async function buildCrowd(db: Db, count: number) {
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db);
  const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" });
  const bo = await buildPerson(db, { role: "admin", siteId, name: "Bo Example" });
  const studyId = await buildStudy(db);
  const { id: _first, ...row } = await buildLead(db, { siteId, studyId });
  const others = Array.from({ length: count - 1 }, () => row);
  if (others.length > 0) await inTransaction(db, (trx) => insertMany(trx, "leads", others));
  const leadIds = (await readLeads(db)).map(({ id }) => id);
  const [asKim, asBo] = [buildCaller(deps, kim), buildCaller(deps, bo)];
  return { db, deps, siteId, studyId, kim, bo, leadIds, asKim, asBo };
}

/** Gives how many chunks it took. */
export async function workAll(deps: TestDeps): Promise<number> {
  let last: number | undefined = 0;
  let chunks = 0;
  for (;;) {
    last = await workOnJobs(deps, last, failAtOnce);
    if (last === undefined) return chunks;
    chunks += 1;
  }
}

export const readLeads = (db: Db) => db.selectFrom("leads").selectAll().orderBy("id").execute();
