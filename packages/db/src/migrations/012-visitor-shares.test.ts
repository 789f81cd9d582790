import { type Kysely, sql } from "kysely";
import { expect, it } from "vitest";
import type { Db } from "../open-database";
import { buildLead } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine, type OpenTestDatabase } from "../testing/every-engine";
import { openEmpty } from "../testing/open-empty";
import * as people from "./001-people";
import * as sitesAndStudies from "./002-sites-and-studies";
import * as leads from "./003-leads";
import * as notesAndShares from "./004-notes-and-shares";
import * as outboxAuditEvents from "./005-outbox-audit-events";
import * as visitorShares from "./012-visitor-shares";

const share = {
  linkProofSha256: "b",
  authKeySha256: "c",
  iv: "d",
  ciphertext: "e",
  createdAt: "2026-09-01T12:00:00.000Z",
  expiresAt: "2026-09-08T12:00:00.000Z",
  maxViews: 5,
};

/** A database as it was before visitors could share. */
async function openOld(openTestDatabase: OpenTestDatabase): Promise<Db> {
  const old = await openEmpty(openTestDatabase);
  for (const { up } of [people, sitesAndStudies, leads, notesAndShares, outboxAuditEvents]) {
    await up(old.withoutPlugins());
  }
  return old;
}

async function withRows(db: Db) {
  const site = await buildSite(db);
  const { userId: ownerId } = await buildPerson(db, { role: "coordinator", siteId: site.id });
  const { id: leadId } = await buildLead(db, { siteId: site.id });
  const untyped: Kysely<any> = db;
  await untyped
    .insertInto("shares")
    .values([
      { ...share, id: 3, idSha256: "a3", ownerId, leadId, views: 2, failures: 1 },
      {
        ...share,
        id: 8,
        idSha256: "a8",
        ownerId,
        leadId,
        views: 0,
        failures: 0,
        revokedAt: "2026-09-02T12:00:00.000Z",
        revokedBecause: "owner",
      },
    ])
    .execute();
  const event = { shareId: 3, at: share.createdAt, nonceSha256: null, device: "phone" };
  await untyped
    .insertInto("shareEvents")
    .values([
      { ...event, id: 5, kind: "opened" },
      { ...event, id: 6, kind: "wrong_passcode", device: null },
    ])
    .execute();
  return { untyped, ownerId, leadId };
}

describeOnEveryEngine("Making room for the shares of visitors", (openTestDatabase, engine) => {
  it("keeps every share and every event as it was, and counts on from there", async () => {
    const db = await openOld(openTestDatabase);
    const { untyped, ownerId, leadId } = await withRows(db);
    const all = (table: string) => untyped.selectFrom(table).selectAll().orderBy("id").execute();
    const [sharesBefore, eventsBefore] = [await all("shares"), await all("shareEvents")];
    if (engine === "postgres") {
      await sql`select setval(pg_get_serial_sequence('shares', 'id'), 8)`.execute(db);
    }

    await visitorShares.up(db.withoutPlugins());

    const kept = sharesBefore.map((row) => ({ ...row, revokeSha256: null }));
    expect(await all("shares")).toEqual(kept);
    expect(await all("shareEvents")).toEqual(eventsBefore);
    const added = await db
      .insertInto("shares")
      .values({
        ...share,
        idSha256: "a9",
        ownerId,
        leadId,
        revokeSha256: null,
        revokedAt: null,
        revokedBecause: null,
      })
      .returning(["id", "views"])
      .executeTakeFirstOrThrow();
    expect(added).toEqual({ id: 9, views: 0 });
  });

  it("lets a share belong to somebody or to the holder of a key, never to both or nobody", async () => {
    const db = await openOld(openTestDatabase);
    const { untyped, ownerId, leadId } = await withRows(db);
    await visitorShares.up(db.withoutPlugins());
    const add = (row: object) =>
      untyped
        .insertInto("shares")
        .values({ ...share, ...row })
        .execute();
    await add({ idSha256: "v1", revokeSha256: "f" });
    for (const [index, from] of [
      {},
      { ownerId },
      { leadId },
      { ownerId, leadId, revokeSha256: "f" },
      { ownerId, revokeSha256: "f" },
    ].entries()) {
      await expect(add({ idSha256: `x${index}`, ...from })).rejects.toThrow(/sharesFromSomebody/i);
    }
    await expect(add({ idSha256: "a3", revokeSha256: "f" })).rejects.toThrow(/unique/i);
    await expect(add({ idSha256: "x9", revokeSha256: "f", views: 6 })).rejects.toThrow(
      /sharesViews/i,
    );
    await expect(
      untyped
        .insertInto("shareEvents")
        .values({ shareId: 99, at: share.createdAt, kind: "opened" })
        .execute(),
    ).rejects.toThrow(/foreign key/i);
    await expect(untyped.deleteFrom("shares").where("id", "=", 3).execute()).rejects.toThrow(
      /foreign key/i,
    );
  });
});
