import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { sealShare } from "@studydesk/sealing/seal";
import { TRPCError } from "@trpc/server";
import { beforeAll, expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildShareTest, memoForTest } from "../testing/build-share";

const payload = {
  version: 1 as const,
  notes: [{ text: "Prefers mornings.", writtenAt: "2026-09-01T09:00:00.000Z" }],
};
const passcode = "a lighthouse in the fog";
let made: Awaited<ReturnType<typeof sealShare>>;
beforeAll(async () => {
  made = await sealShare(payload, passcode);
});

describeOnEveryEngine("Shares of one's own", (openTestDatabase) => {
  async function build() {
    const world = await buildShareTest((await openTestDatabase()).db, made.sealed);
    const callerOf = (viewer: Viewer | undefined) => buildCaller(world.deps, viewer).shares;
    return { ...world, callerOf, shares: callerOf(world.author) };
  }

  it("what is kept is digests and ciphertext: no secret, no passcode, no id", async () => {
    const { shares, leadId, deps, author, siteId } = await build();
    const view = await shares.create({
      ...made.sealed,
      memo: memoForTest,
      home: { leadId },
      maxViews: 2,
      expiresInDays: 3,
    });
    expect(view).toMatchObject({
      home: { leadId },
      state: "active",
      views: 0,
      maxViews: 2,
      expiresAt: "2026-09-04T12:00:00.000Z",
      events: [],
    });
    const tables = ["shares", "shareEvents", "audit", "events", "limits"] as const;
    const rows = await Promise.all(
      tables.map((table) => deps.db.selectFrom(table).selectAll().execute()),
    );
    const kept = JSON.stringify([rows, view]);
    const { id, linkProof, authKey } = made.sealed;
    for (const secret of [id, linkProof, authKey, made.link.secret, passcode, "mornings"]) {
      expect(kept).not.toContain(secret);
    }
    expect(await deps.db.selectFrom("audit").selectAll().execute()).toMatchObject([
      { action: "share.created", actorId: author.userId, subjectId: String(view.id), siteId },
    ]);
    expect(await deps.db.selectFrom("events").selectAll().execute()).toMatchObject([
      { kind: "share", subjectId: String(view.id), siteId, byUserId: author.userId },
    ]);
  });

  it("sent twice, since the first answer got lost, it is kept once", async () => {
    const { shares, leadId, deps, siteId, callerOf } = await build();
    const first = await shares.create({ ...made.sealed, memo: memoForTest, home: { leadId } });
    expect(await shares.create({ ...made.sealed, memo: memoForTest, home: { leadId } })).toEqual(
      first,
    );
    expect(await deps.db.selectFrom("audit").select("action").execute()).toHaveLength(1);
    const colleague = await buildPerson(deps.db, { role: "coordinator", siteId });
    await expectCode(
      callerOf(colleague).create({ ...made.sealed, memo: memoForTest, home: { leadId } }),
      "CONFLICT",
    );
  });

  it("only who sees the lead shares a note on it", async () => {
    const { callerOf, leadId, deps, siteId } = await build();
    const elsewhere = await buildSite(deps.db, { name: "Shelbyville Clinic" });
    const refused = [
      await buildPerson(deps.db, { role: "admin", siteId: elsewhere.id }),
      await buildPerson(deps.db, { isOwner: true }),
    ];
    for (const viewer of refused) {
      await expectCode(
        callerOf(viewer).create({ ...made.sealed, memo: memoForTest, home: { leadId } }),
        "NOT_FOUND",
      );
    }
    await expectCode(
      callerOf(undefined).create({ ...made.sealed, memo: memoForTest, home: { leadId } }),
      "UNAUTHORIZED",
    );
    expect(await deps.db.selectFrom("shares").select("id").execute()).toEqual([]);
    const investigator = await buildPerson(deps.db, { role: "investigator", siteId });
    const shares = callerOf(investigator);
    await expectCode(
      shares.create({ ...made.sealed, memo: memoForTest, home: { leadId: leadId + 1 } }),
      "NOT_FOUND",
    );
    expect(
      await shares.create({ ...made.sealed, memo: memoForTest, home: { leadId } }),
    ).toMatchObject({ state: "active" });
  });

  it("nobody lists or revokes another person's share, whatever their role", async () => {
    const { shares, callerOf, leadId, deps, siteId, open } = await build();
    const { id } = await shares.create({ ...made.sealed, memo: memoForTest, home: { leadId } });
    const others = [
      await buildPerson(deps.db, { role: "coordinator", siteId }),
      await buildPerson(deps.db, { role: "admin", siteId }),
      await buildPerson(deps.db, { isOwner: true }),
    ];
    for (const viewer of others) {
      const theirs = callerOf(viewer);
      expect(await theirs.list({})).toEqual({ rows: [], nextCursor: null });
      expect(await theirs.list({ leadId })).toEqual({ rows: [], nextCursor: null });
      await expectCode(theirs.revoke({ shareId: id }), "NOT_FOUND");
    }
    await expectCode(shares.revoke({ shareId: id + 1 }), "NOT_FOUND");
    expect(await open()).toMatchObject({ status: 200 });
  });

  it("revoking ends it at once, is written down once and may be repeated", async () => {
    const { shares, leadId, deps, open } = await build();
    const { id } = await shares.create({ ...made.sealed, memo: memoForTest, home: { leadId } });
    const revoked = await shares.revoke({ shareId: id, reason: "reissued" });
    expect(revoked).toMatchObject({
      state: "revoked",
      revokedBecause: "reissued",
      events: [{ kind: "revoked", device: null }],
    });
    expect(await shares.revoke({ shareId: id })).toEqual(revoked);
    expect(await open()).toMatchObject({ status: 410, body: { reason: "reissued" } });
    const actions = await deps.db.selectFrom("audit").select("action").execute();
    expect(actions.map((row) => row.action)).toEqual(["share.created", "share.revoked"]);
  });

  it("the list holds the newest first, by lead, and goes on where a page ends", async () => {
    const { shares, leadId, deps, author } = await build();
    await shares.create({ ...made.sealed, memo: memoForTest, home: { leadId } });
    const row = await deps.db.selectFrom("shares").selectAll().executeTakeFirstOrThrow();
    const { id: _, ...copy } = row;
    for (let count = 0; count < 59; count += 1) {
      await deps.db
        .insertInto("shares")
        .values({ ...copy, idSha256: `copy ${count}`, ownerId: author.userId })
        .execute();
    }
    const first = await shares.list({ leadId });
    const second = await shares.list({ leadId, cursor: first.nextCursor });
    const ids = [...first.rows, ...second.rows].map((share) => share.id);
    expect(first.rows).toHaveLength(50);
    expect(new Set(ids).size).toBe(60);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(second.nextCursor).toBeNull();
    expect(await shares.list({ leadId: leadId + 1 })).toEqual({ rows: [], nextCursor: null });
  });
});

async function expectCode(call: Promise<unknown>, code: TRPCError["code"]): Promise<void> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TRPCError);
  expect(error).toMatchObject({ code });
}
