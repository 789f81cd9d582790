import { lockAuditHead } from "@studydesk/db/dialect";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import type { Db } from "@studydesk/db/open-database";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { refusalOf } from "../testing/build-desk";
import { publicKeyForTest, sealedRequestForTest } from "../testing/build-reply";
import { buildShareTest, memoForTest, sealedForTest } from "../testing/build-share";
import { whileHeld } from "../testing/while-held";

async function build(db: Db) {
  const { deps, author, leadId, siteId } = await buildShareTest(db, sealedForTest());
  const admin = buildCaller(deps, await buildPerson(db, { role: "admin", siteId }));
  const studyId = await buildStudy(db, "A study of tides");
  const studySite = { studyId, siteId, locationId: null, createdAt: deps.now().toISOString() };
  await db
    .insertInto("studySites")
    .values({ ...studySite, recruiting: "recruiting" })
    .execute();
  // As their session told it a moment before.
  const leaving = buildCaller(deps, author);
  const share = (home: { leadId: number } | { studyId: number }) =>
    leaving.shares.create({ ...sealedForTest(), home, memo: memoForTest });
  const held = { userId: author.userId, siteId, role: "coordinator" } as const;
  return {
    ...{ leaving, share, leadId, homes: [{ leadId }, { studyId }] },
    removeRole: () => admin.people.removeRole(held),
    readShares: () => db.selectFrom("shares").select("revokedBecause").execute(),
  };
}

describeOnEveryEngine("Whoever leaves a site while they ask", (openTestDatabase, engine) => {
  it("makes no link and no note any more with who they were when they began", async () => {
    const { db } = await openTestDatabase();
    const { leaving, share, homes, removeRole, readShares } = await build(db);
    const publicKey = publicKeyForTest();
    await leaving.shares.registerReplyKey({ publicKey, browser: "Firefox on Linux" });
    await removeRole();
    for (const home of homes) {
      const sealed = sealedRequestForTest([publicKey]);
      for (const asked of [
        () => share(home),
        () => leaving.shares.createRequest({ ...sealed, home }),
        () => leaving.notes.write({ home, body: "Written after leaving." }),
        () => leaving.notes.saveDraft({ home, draft: { body: "Typed after leaving.", tags: [] } }),
      ]) {
        expect(await refusalOf(asked())).toMatchObject({ code: "not_found" });
      }
    }
    expect(await readShares()).toEqual([]);
    for (const table of ["noteRequests", "notes", "noteDrafts"] as const) {
      expect(await db.selectFrom(table).select("id").execute(), table).toEqual([]);
    }
  });

  it.runIf(engine === "postgres")(
    "leaves no link open that was being made just then (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { share, leadId, removeRole, readShares } = await build(db);
      const made = await whileHeld(
        db,
        (trx) => holdLead(trx, leadId),
        [() => share({ leadId }), removeRole],
        lockAuditHead,
      );
      expect(made).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled" }]);
      expect(await readShares()).toEqual([{ revokedBecause: "account_closed" }]);
    },
  );
});
