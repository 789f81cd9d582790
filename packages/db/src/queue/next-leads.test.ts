import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { type NextLeadKind, nextLeadKinds } from "@studydesk/domain/queue/why-next";
import { expect, it } from "vitest";
import { addContactAttempt } from "../leads/activity-queries";
import { countLeads } from "../leads/count-leads";
import type { NewRow } from "../schema";
import { buildConsent, buildLead } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { countQueue } from "./count-queue";
import { findQueueKind, listQueuedLeads, type TodayQuery } from "./next-leads";
import { keepSkip, listSkippedLeads } from "./skip-queries";

const now = "2026-09-01T12:00:00.000Z";
const earlier = "2026-09-01T11:00:00.000Z";
const laterToday = "2026-09-01T20:00:00.000Z";
const tomorrow = "2026-09-02T20:00:00.000Z";
const longAgo = "2026-08-01T12:00:00.000Z";
const siteNow = (siteId: number) => ({
  siteId,
  endOfToday: "2026-09-02T05:00:00.000Z",
  endOfNextSevenDays: "2026-09-09T05:00:00.000Z",
  timeZone: "America/Chicago",
  promiseBefore: "2026-08-31T12:00:00.000Z",
});
const queryFor = (siteId: number, userId: string): TodayQuery => ({
  sites: [siteNow(siteId)],
  userId,
  screenId: "",
  now,
  untouchedSince: "2026-08-29T12:00:00.000Z",
});

describeOnEveryEngine("Today's queue", (openTestDatabase) => {
  it("brings leads whose owner does not work at their site any more, and no other's", async () => {
    const { db } = await openTestDatabase();
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const { userId: me } = await buildPerson(db, { role: "coordinator", siteId });
    const here = await buildPerson(db, { role: "admin", siteId });
    const gone = await buildPerson(db);
    const moved = await buildPerson(db, { role: "coordinator", siteId: otherId });
    const looking = await buildPerson(db, { role: "investigator", siteId });
    const owners = [here, gone, moved, looking].map(({ userId }) => userId);
    const ids: number[] = [];
    for (const ownerId of owners) {
      ids.push((await buildLead(db, { siteId, createdAt: earlier, ownerId })).id);
    }
    const query = queryFor(siteId, me);
    const listed = await listQueuedLeads(db, query, "new", []);
    expect(listed.map(({ id }) => id)).toEqual(ids.slice(1));
    expect(await countQueue(db, query)).toMatchObject({ waiting: 3 });
  });

  it("holds each lead in one class, and leaves out what can wait or is nobody's business", async () => {
    const { db } = await openTestDatabase();
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const { userId: me } = await buildPerson(db);
    const { userId: colleague } = await buildPerson(db, { role: "coordinator", siteId });
    const add = async (lead: Partial<NewRow<"leads">>) =>
      (await buildLead(db, { siteId, createdAt: earlier, ...lead })).id;
    const asked = async (leadId: number, outcome: "callback_requested" | "no_answer", at: string) =>
      addContactAttempt(db, { leadId, at, channel: "phone", outcome, note: null, byUserId: me });
    const contacting = { status: "contacting", createdAt: longAgo } as const;

    const callback = await add({ ...contacting, followUpAt: earlier });
    await asked(callback, "no_answer", longAgo);
    await asked(callback, "callback_requested", earlier);
    const answeredSince = await add({ ...contacting, followUpAt: now });
    await asked(answeredSince, "callback_requested", longAgo);
    await asked(answeredSince, "no_answer", earlier);
    const lateNew = await add({ createdAt: longAgo });
    const lateNewDue = await add({ createdAt: "2026-08-02T12:00:00.000Z", followUpAt: earlier });
    const declinedDue = await add({ status: "declined", followUpAt: longAgo });
    const freshNew = await add({ ownerId: me });
    const olderNew = await add({ createdAt: "2026-09-01T10:00:00.000Z" });
    const later = await add({ ...contacting, followUpAt: laterToday });
    const appointment = await add({ ...contacting, followUpAt: laterToday });
    await asked(appointment, "callback_requested", earlier);
    const stalled = await add({ ...contacting, lastAttemptAt: longAgo });

    await add({ ...contacting, followUpAt: tomorrow });
    await add({ createdAt: longAgo, followUpAt: tomorrow });
    await add({ ...contacting, lastAttemptAt: earlier });
    await add({ status: "declined", createdAt: longAgo });
    await add({ status: "invalid", followUpAt: earlier });
    await add({ doNotContact: 1 });
    await add({ ownerId: colleague });
    await buildLead(db, { siteId: otherId });

    const query = queryFor(siteId, me);
    const queue: Partial<Record<NextLeadKind, number[]>> = {};
    for (const kind of nextLeadKinds) {
      queue[kind] = (await listQueuedLeads(db, query, kind, [])).map(({ id }) => id);
    }
    expect(queue).toEqual({
      callback: [callback],
      past_promise: [lateNew, lateNewDue],
      overdue: [declinedDue, answeredSince],
      new: [olderNew, freshNew],
      due: [later],
      stalled: [stalled],
    });
    const counts = {
      waiting: 9,
      pastPromise: 6,
      appointments: 1,
      nextAppointmentAt: laterToday,
    };
    expect(await countQueue(db, query)).toEqual(counts);
    expect(await listQueuedLeads(db, query, "new", [olderNew])).toHaveLength(1);
    expect(await countQueue(db, { ...query, sites: [] })).toMatchObject({ waiting: 0 });
    expect(await findQueueKind(db, query, lateNew)).toBe("past_promise");
    expect(await findQueueKind(db, query, appointment)).toBeUndefined();

    // Put aside by a colleague for a reason of the lead's own, and by oneself for a reason of one's own.
    const skip = { until: laterToday, leadVersion: 1 };
    await keepSkip(db, { ...skip, leadId: lateNew, byUserId: colleague, forAll: true });
    await keepSkip(db, { ...skip, leadId: freshNew, byUserId: me, forAll: false });
    await keepSkip(db, { ...skip, leadId: olderNew, byUserId: colleague, forAll: false });
    await keepSkip(db, { ...skip, leadId: later, byUserId: me, forAll: true, leadVersion: 7 });
    const idsOf = async (kind: NextLeadKind) =>
      (await listQueuedLeads(db, query, kind, [])).map(({ id }) => id);
    expect(await idsOf("past_promise")).toEqual([lateNewDue]);
    expect(await idsOf("new")).toEqual([olderNew]);
    expect(await idsOf("due")).toEqual([later]);
    expect(await countQueue(db, query)).toEqual({ ...counts, waiting: 7, pastPromise: 5 });
    expect(await listSkippedLeads(db, [siteId], me, now)).toEqual([freshNew]);
  });

  it("calls nobody about a review or a screening that goes on, unless their follow-up is due", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { userId } = await buildPerson(db, { role: "coordinator", siteId });
    const add = async (status: LeadStatus, lead: Partial<NewRow<"leads">> = {}) =>
      (await buildLead(db, { siteId, createdAt: longAgo, status, ...lead })).id;
    const later = ["investigator_review", "visit_scheduled", "in_screening"] as const;
    const [, forgotten] = [await add(later[0]), await add(later[1]), await add(later[2])];
    const due: number[] = [];
    for (const status of later) due.push(await add(status, { followUpAt: earlier }));
    for (const status of later) await add(status, { followUpAt: tomorrow });
    for (const status of ["enrolled", "screen_failure", "withdrawn"] as const) await add(status);
    const query = queryFor(siteId, userId);
    const queue = new Map<NextLeadKind, number[]>();
    for (const kind of nextLeadKinds) {
      const ids = (await listQueuedLeads(db, query, kind, [])).map(({ id }) => id);
      if (ids.length > 0) queue.set(kind, ids);
    }
    // Signed for, and nobody planned the visit: that was forgotten.
    expect([...queue]).toEqual([
      ["overdue", due],
      ["stalled", [forgotten]],
    ]);
  });

  it("says whether a candidate's consent is on file", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { userId: me } = await buildPerson(db);
    await buildConsent(db, await buildLead(db, { siteId, createdAt: earlier }));
    await buildLead(db, { siteId, createdAt: now });
    const candidates = await listQueuedLeads(db, queryFor(siteId, me), "new", []);
    expect(candidates.map(({ hasConsent }) => hasConsent)).toEqual([true, false]);
  });
});

describeOnEveryEngine("countLeads", (openTestDatabase) => {
  it("counts what each view shows, at these sites alone", async () => {
    const { db } = await openTestDatabase();
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const { userId: me } = await buildPerson(db);
    await buildLead(db, { siteId, createdAt: longAgo });
    await buildLead(db, { siteId, createdAt: longAgo, firstContactAt: earlier });
    await buildLead(db, { siteId, status: "contacting", ownerId: me, followUpAt: laterToday });
    await buildLead(db, { siteId, status: "pre_screening", ownerId: me, followUpAt: tomorrow });
    await buildLead(db, { siteId, status: "declined", ownerId: me });
    await buildLead(db, { siteId: otherId, followUpAt: earlier, createdAt: longAgo });
    expect(await countLeads(db, [siteNow(siteId)], me)).toEqual({
      inbox: 3,
      dueToday: 1,
      unassigned: 2,
      mine: 2,
      all: 5,
      pastPromise: 1,
    });
    const nothing = { inbox: 0, dueToday: 0, unassigned: 0, mine: 0, all: 0, pastPromise: 0 };
    expect(await countLeads(db, [], me)).toEqual(nothing);
  });
});
