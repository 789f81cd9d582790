import { addEvent, type LiveEvent } from "@studydesk/db/events";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSession, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { isTrackedEnvelope } from "@trpc/server";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps, type TestDeps } from "../testing/build-deps";
import { streamEvents } from "./stream-events";
import { mostStreams } from "./stream-places";

const at = "2026-09-01T12:00:00.000Z";

describeOnEveryEngine("the live stream", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const kim = await buildPerson(db, { role: "coordinator", siteId });
    await buildSession(db, { userId: kim.userId, id: kim.sessionId });
    /** What a use case does at its end. */
    const happen = async (subjectId: string, change: Partial<LiveEvent> = {}) => {
      const event = { kind: "lead", subjectId, siteId, byUserId: null, at, ...change } as const;
      await addEvent(db, event);
      deps.live.announce();
    };
    return { db, deps, siteId, otherId, kim, happen };
  }

  /** An open stream; `next` gives the next event told, or undefined when the stream has ended. */
  async function open(deps: TestDeps, viewer: Viewer, lastEventId?: string) {
    const abort = new AbortController();
    const events = await streamEvents(deps, viewer, lastEventId, abort.signal);
    const next = async () => (await events.next()).value ?? undefined;
    return { abort, next };
  }

  it("tells what happens from now on, in order, by ids alone", async () => {
    const { deps, kim, siteId, happen } = await build();
    await happen("before");
    const stream = await open(deps, kim);
    const first = stream.next();
    await happen("1", { byUserId: kim.userId });
    await happen("2", { kind: "share" });
    expect(await first).toEqual({
      id: expect.any(Number),
      kind: "lead",
      subjectId: "1",
      siteId,
      byMe: true,
    });
    expect(await stream.next()).toMatchObject({ subjectId: "2", kind: "share", byMe: false });
    stream.abort.abort();
  });

  it("goes on behind the event that was seen last, and skips none", async () => {
    const { deps, kim, happen } = await build();
    const stream = await open(deps, kim);
    const first = stream.next();
    await happen("1");
    const seen = await first;
    stream.abort.abort();
    for (const missed of ["2", "3"]) await happen(missed);
    const again = await open(deps, kim, String(seen?.id));
    expect(await again.next()).toMatchObject({ subjectId: "2" });
    expect(await again.next()).toMatchObject({ subjectId: "3" });
    again.abort.abort();
  });

  it("begins now when the last event named is none of this database", async () => {
    const { deps, kim, happen } = await build();
    await happen("before");
    for (const lastEventId of ["999999", "-1", "x", "1e3"]) {
      const stream = await open(deps, kim, lastEventId);
      const next = stream.next();
      await happen(`after ${lastEventId}`);
      expect(await next).toMatchObject({ subjectId: `after ${lastEventId}` });
      stream.abort.abort();
    }
  });

  it("never tells of another site, nor of the installation to anyone but the owner", async () => {
    const { db, deps, kim, otherId, happen } = await build();
    const owner = await buildPerson(db, { isOwner: true });
    await buildSession(db, { userId: owner.userId, id: owner.sessionId });
    const [streamOfKim, streamOfOwner] = [await open(deps, kim), await open(deps, owner)];
    const [nextOfKim, nextOfOwner] = [streamOfKim.next(), streamOfOwner.next()];
    await happen("another site's", { siteId: otherId });
    await happen("the installation's", { siteId: null, kind: "study" });
    await happen("own");
    expect(await nextOfKim).toMatchObject({ subjectId: "own" });
    expect(await nextOfOwner).toMatchObject({ subjectId: "the installation's", siteId: null });
    streamOfKim.abort.abort();
    streamOfOwner.abort.abort();
  });

  it("tells each site of a study what happens to the study itself, and no other site", async () => {
    const { db, deps, siteId, kim, happen } = await build();
    const [theirs, another] = [await buildStudy(db), await buildStudy(db)];
    const studySite = { studyId: theirs, siteId, recruiting: "closed", createdAt: at } as const;
    await db.insertInto("studySites").values(studySite).execute();
    const stream = await open(deps, kim);
    const first = stream.next();
    await happen(String(another), { siteId: null, kind: "study" });
    await happen(String(theirs), { siteId: null, kind: "people" });
    await happen(String(theirs), { siteId: null, kind: "study" });
    await happen("own");
    expect(await first).toMatchObject({ kind: "study", subjectId: String(theirs) });
    expect(await stream.next()).toMatchObject({ subjectId: "own" });
    stream.abort.abort();
  });

  it("ends when the reader goes away", async () => {
    const { deps, kim } = await build();
    const stream = await open(deps, kim);
    const next = stream.next();
    stream.abort.abort();
    expect(await next).toBeUndefined();
  });

  it("ends with the session, and tells nothing of what came after it", async () => {
    const { db, deps, kim, happen } = await build();
    const stream = await open(deps, kim);
    const next = stream.next();
    await db.deleteFrom("session").execute();
    await happen("after");
    expect(await next).toBeUndefined();
  });

  it("ends once nothing was asked in the session for four hours", async () => {
    const { deps, kim, happen } = await build();
    const stream = await open(deps, kim);
    deps.clock.set("2026-09-01T15:59:59.999Z");
    const last = stream.next();
    await happen("within");
    expect(await last).toMatchObject({ subjectId: "within" });
    deps.clock.advance(1);
    const next = stream.next();
    await happen("after");
    expect(await next).toBeUndefined();
  });

  it("ends with the grace for a second factor, for those alone who need one, and goes on where one is set up", async () => {
    const { db, deps, siteId, kim, happen } = await build();
    await db.updateTable("secondFactorStart").set({ at }).execute();
    const rowOf = (userId: string) => ({
      ...{ userId, sealedKey: "sealed", confirmedAt: at, lastStep: 1 },
      ...{ waitingKey: null, waitingSince: null },
    });
    const [late, owner, safe, recent] = [
      await buildPerson(db, { role: "admin", siteId }),
      await buildPerson(db, { isOwner: true }),
      await buildPerson(db, { role: "investigator", siteId }),
      await buildPerson(db),
    ];
    const expiresAt = "2026-10-01T00:00:00.000Z";
    for (const { userId, sessionId } of [late, owner, safe, recent]) {
      await buildSession(db, { userId, id: sessionId, expiresAt });
    }
    // Used all the while.
    const updatedAt = "2026-09-15T11:00:00.000Z";
    await db.updateTable("session").set({ expiresAt, updatedAt }).execute();
    await db.insertInto("secondFactors").values(rowOf(safe.userId)).execute();
    // Their role, and with it their grace, began while the stream was open.
    const grantedAt = "2026-09-01T12:00:00.001Z";
    const given = { userId: recent.userId, siteId, role: "admin", grantedAt } as const;
    const viewers = [late, owner, safe, recent, kim];
    const streams = await Promise.all(viewers.map((viewer) => open(deps, viewer)));
    const nextOfAll = () => Promise.all(streams.map(async ({ next }) => (await next())?.subjectId));
    const before = nextOfAll();
    await db.insertInto("siteRoles").values(given).execute();
    deps.clock.set("2026-09-15T11:59:59.999Z");
    await happen("1");
    await happen("2", { siteId: null });
    expect(await before).toEqual(["1", "2", "1", "1", "1"]);
    deps.clock.set("2026-09-15T12:00:00.000Z");
    const after = nextOfAll();
    await happen("3");
    expect(await after).toEqual([undefined, undefined, "3", "3", "3"]);
    for (const { abort } of streams) abort.abort();
  });

  it("tells nothing more of a site at which the role was taken away", async () => {
    const { db, deps, kim, otherId, happen } = await build();
    const role = { userId: kim.userId, role: "coordinator", grantedAt: at } as const;
    const stream = await open(deps, kim);
    const next = stream.next();
    await db.deleteFrom("siteRoles").execute();
    await db
      .insertInto("siteRoles")
      .values({ ...role, siteId: otherId })
      .execute();
    await happen("no longer theirs");
    await happen("now theirs", { siteId: otherId });
    expect(await next).toMatchObject({ subjectId: "now theirs" });
    stream.abort.abort();
  });

  it("ends somebody's oldest stream with a reason when they open one too many, and nobody else's", async () => {
    const { db, deps, siteId, kim, happen } = await build();
    const bo = await buildPerson(db, { role: "coordinator", siteId });
    await buildSession(db, { userId: bo.userId, id: bo.sessionId });
    const others = await open(deps, bo);
    const nextOfOthers = others.next();
    const streams = [];
    for (let at = 0; at < mostStreams; at += 1) streams.push(await open(deps, kim));
    const [oldest, ...kept] = streams.map(({ next }) => next());
    const lost = oldest?.catch((error: unknown) => error);
    streams.push(await open(deps, kim));
    expect(await lost).toBeInstanceOf(DomainError);
    expect(await lost).toMatchObject({ code: "rate_limited", reason: "too_many_streams" });
    await happen("1");
    for (const next of [...kept, nextOfOthers])
      expect(await next).toMatchObject({ subjectId: "1" });
    for (const { abort } of [...streams, others]) abort.abort();
    // What was left is free again.
    const again = [];
    for (let at = 0; at < mostStreams; at += 1) again.push(await open(deps, kim));
    const waiting = again.map(({ next }) => next());
    await happen("2");
    for (const next of waiting) expect(await next).toMatchObject({ subjectId: "2" });
    for (const { abort } of again) abort.abort();
  });

  it("gives each event the id that a browser names when it comes back", async () => {
    const { db, deps, kim, siteId, happen } = await build();
    await happen("1");
    const { id } = await db.selectFrom("events").select("id").executeTakeFirstOrThrow();
    const abort = new AbortController();
    const { live } = buildCaller(deps, kim, { signal: abort.signal });
    const events: AsyncIterable<unknown> = await live.events({ lastEventId: String(id - 1) });
    for await (const told of events) {
      expect(isTrackedEnvelope(told)).toBe(true);
      const shown = { kind: "lead", subjectId: "1", siteId, byMe: false };
      expect(told).toEqual([String(id), shown, expect.anything()]);
      break;
    }
    abort.abort();
  });
});
