import type { Db } from "@studydesk/db/open-database";
import type { NewRow } from "@studydesk/db/schema";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { mergeFields } from "@studydesk/domain/duplicates/merge-fields";
import { expect, it } from "vitest";
import { buildAnchor } from "../testing/build-anchor";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, refusalOf } from "../testing/build-desk";
import { searchDuplicates } from "./search-duplicates";

/** Amara wrote twice: with another address, the same number. */
async function buildTwice(db: Db) {
  const desk = await buildDesk(db);
  const { deps, lead, siteId, kim, bo } = desk;
  const twice = await buildLead(db, {
    siteId,
    studyId: lead.studyId,
    firstName: "Amarra",
    email: "amara@example.com",
    birthYear: 1968,
  });
  await buildConsent(db, twice, "Did you get my message?");
  const search = async () => {
    while (await searchDuplicates(deps));
  };
  await search();
  const caller = buildCaller(deps, kim);
  const pair = { leadA: lead.id, leadB: twice.id };
  const open = async () => (await caller.duplicates.list({})).pairs;
  const get = (leadId: number) => caller.leads.get({ leadId });
  async function merge(
    keptId: number,
    otherId: number,
    take: ("name" | "email" | "birthYear" | "status")[] = [],
  ) {
    const [kept, other] = [await get(keptId), await get(otherId)];
    return caller.duplicates.merge({
      ...{ keptId, otherId, take },
      ...{ keptVersion: kept.version, otherVersion: other.version },
    });
  }
  return { ...desk, twice, search, caller, asOther: buildCaller(deps, bo), pair, open, get, merge };
}

/** Everything but what tells that something was done. */
async function readAll(db: Db, upToActivity: number) {
  const leads = await db.selectFrom("leads").selectAll().orderBy("id").execute();
  const notes = await db.selectFrom("notes").selectAll().orderBy("id").execute();
  return {
    leads: leads.map(({ version: _, ...lead }) => lead),
    notes: notes.map(({ sealedBody: _, ...note }) => note),
    submissions: await db.selectFrom("submissions").selectAll().orderBy("id").execute(),
    consents: await db.selectFrom("consents").selectAll().orderBy("id").execute(),
    attempts: await db.selectFrom("contactAttempts").selectAll().orderBy("id").execute(),
    shares: await db.selectFrom("shares").selectAll().orderBy("id").execute(),
    outbox: await db.selectFrom("outbox").selectAll().orderBy("id").execute(),
    links: await db.selectFrom("statusLinks").selectAll().orderBy("id").execute(),
    pairs: await db
      .selectFrom("duplicatePairs")
      .selectAll()
      .orderBy("leadB")
      .orderBy("leadA")
      .execute(),
    activities: await db
      .selectFrom("activities")
      .selectAll()
      .where("id", "<=", upToActivity)
      .orderBy("id")
      .execute(),
  };
}

describeOnEveryEngine("leads of one person", (openTestDatabase, engine) => {
  it("are found after they came in, and offered with what speaks for it", async () => {
    const { db } = await openTestDatabase();
    const { open, pair, caller, lead, twice } = await buildTwice(db);
    const [found, ...others] = await open();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ reasons: ["same_phone", "like_name"], strength: 90 });
    expect(found?.leads.map(({ id }) => id)).toEqual([pair.leadA, pair.leadB]);
    expect(await caller.duplicates.count()).toEqual({ count: 1, isCapped: false });
    expect(await caller.duplicates.ofLead({ leadId: lead.id })).toMatchObject([
      { other: { id: twice.id } },
    ]);
    expect(await db.selectFrom("duplicateChecks").selectAll().execute()).toEqual([]);
  });

  it("are of one study and one site, and no spam", async () => {
    const { db } = await openTestDatabase();
    const { siteId, lead, search, open } = await buildTwice(db);
    await buildLead(db, { siteId, email: "other-study@example.org" });
    await buildLead(db, {
      ...{ siteId, studyId: lead.studyId, status: "invalid", statusReason: "spam" },
      email: "spam@example.org",
    });
    await search();
    expect(await open()).toHaveLength(1);
  });

  it("are found again when the desk puts a fact right, and no more when that speaks against it", async () => {
    const { db } = await openTestDatabase();
    const { caller, twice, search, open } = await buildTwice(db);
    const phone = { from: twice.phoneTyped, to: "+1 312 555 0177" };
    await caller.leads.edit({ leadId: twice.id, fields: { phone } });
    await search();
    expect(await open()).toEqual([]);
    await caller.leads.edit({
      leadId: twice.id,
      fields: { email: { from: twice.email, to: "amara.voss@example.org" } },
    });
    await search();
    expect((await open())[0]?.reasons).toEqual(["same_email", "like_name"]);
  });

  it("become one with both histories, and two again as they were", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, get, merge, deps, open } = await buildTwice(db);
    for (const { id: leadId } of [lead, twice]) {
      const { version: expectedVersion } = await get(leadId);
      const call = { leadId, channel: "phone", outcome: "no_answer", expectedVersion } as const;
      await caller.leads.logContact({ ...call, despite: "they_asked" });
      await caller.notes.write({ home: { leadId }, body: `A note on ${leadId}.` });
      deps.clock.advance(1000);
    }
    const last = await db
      .selectFrom("activities")
      .select((eb) => eb.fn.max("id").as("id"))
      .executeTakeFirstOrThrow();
    const before = await readAll(db, last.id);

    const { mergeId, lead: kept } = await merge(lead.id, twice.id, ["email", "birthYear"]);
    expect(kept).toMatchObject({
      ...{ id: lead.id, firstName: "Amara", email: "amara@example.com", birthYear: 1968 },
      ...{ attemptCount: 2, createdAt: lead.createdAt, merge: null },
    });
    expect(kept.submissions.map(({ message }) => message)).toEqual([
      "Did you get my message?",
      "Please call after six.",
    ]);
    expect((await caller.notes.list({ leadId: lead.id })).map(({ body }) => body)).toEqual([
      `A note on ${twice.id}.`,
      `A note on ${lead.id}.`,
    ]);
    const rests = await get(twice.id);
    expect(rests).toMatchObject({
      ...{ status: "invalid", statusReason: "duplicate", moves: [] },
      merge: { mergeId, intoId: lead.id, byName: "Kim Example" },
    });
    expect(Object.values(rests.abilities)).not.toContain(true);
    expect(await open()).toEqual([]);

    const undone = await caller.duplicates.undoMerge({ mergeId });
    expect(undone.sentence).toBe(`Leads #${lead.id} and #${twice.id} are two again.`);
    expect(await readAll(db, last.id)).toEqual(before);
    expect((await caller.notes.list({ leadId: twice.id })).map(({ body }) => body)).toEqual([
      `A note on ${twice.id}.`,
    ]);
    expect(await open()).toHaveLength(1);
    expect(await refusalOf(caller.duplicates.undoMerge({ mergeId }))).toMatchObject({
      reason: "undone_already",
    });
  });

  it("keep each note with its quote, tags, earlier wordings and draft, and give them back", async () => {
    const { db } = await openTestDatabase();
    const { caller, asOther, lead, twice, merge } = await buildTwice(db);
    const home = { leadId: twice.id };
    const { id } = await db
      .selectFrom("submissions")
      .select("id")
      .where("leadId", "=", twice.id)
      .executeTakeFirstOrThrow();
    const source = { sourceType: "lead", fieldPath: `message.${id}`, sourceId: twice.id } as const;
    const anchor = buildAnchor(source, "Did you get my message?", "my message");
    const { id: noteId } = await caller.notes.write({
      home,
      body: "It came.",
      tags: ["a"],
      anchor,
    });
    await caller.notes.edit({ noteId, body: "It came twice.", expectedVersion: 1 });
    await caller.notes.pin({ noteId, isPinned: true });
    const draft = { body: "And th", tags: [] };
    await caller.notes.saveDraft({ home, draft });
    const before = await caller.notes.list(home);
    expect(before).toMatchObject([{ anchor, place: { state: "same" } }]);
    const history = await caller.notes.history({ noteId });

    const { mergeId } = await merge(lead.id, twice.id);
    const kept = { leadId: lead.id };
    expect(await caller.notes.list(kept)).toEqual(
      before.map((note) => ({
        ...note,
        home: kept,
        anchor: { ...anchor, sourceId: String(lead.id) },
      })),
    );
    expect(await caller.notes.history({ noteId })).toEqual(history);
    expect(await caller.notes.readDraft({ home: kept })).toEqual(draft);
    expect(await asOther.notes.list(kept)).toEqual([]);

    await caller.duplicates.undoMerge({ mergeId });
    expect(await caller.notes.list(kept)).toEqual([]);
    expect(await caller.notes.list(home)).toEqual(before);
    expect(await caller.notes.readDraft({ home })).toEqual(draft);
  });

  it("keep the screening number of whoever consented, on one of the two at a time", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, merge } = await buildTwice(db);
    await db
      .updateTable("leads")
      .set({ status: "in_screening", screeningNumber: "S-001", studyConsentOn: "2026-09-01" })
      .where("id", "=", twice.id)
      .execute();
    const numbers = async () => {
      const rows = await db
        .selectFrom("leads")
        .select(["id", "status", "screeningNumber"])
        .execute();
      const find = (id: number) => rows.find((row) => row.id === id);
      return [find(lead.id), find(twice.id)].map((row) => [row?.status, row?.screeningNumber]);
    };
    // The one in the study is further along: what it came to goes on.
    const { mergeId } = await merge(lead.id, twice.id);
    expect(await numbers()).toEqual([
      ["in_screening", "S-001"],
      ["invalid", null],
    ]);
    await caller.duplicates.undoMerge({ mergeId });
    expect(await numbers()).toEqual([
      ["new", null],
      ["in_screening", "S-001"],
    ]);
  });

  it("stay one when the person consented where the other lead was", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, merge, get } = await buildTwice(db);
    const set = (id: number, status: "visit_scheduled" | "in_screening") =>
      db
        .updateTable("leads")
        .set({ status, statusSince: "2026-09-01T11:00:00.000Z" })
        .where("id", "=", id)
        .execute();
    await set(twice.id, "visit_scheduled");
    const { mergeId } = await merge(lead.id, twice.id, ["status"]);
    await set(lead.id, "in_screening");
    expect(await refusalOf(caller.duplicates.undoMerge({ mergeId }))).toMatchObject({
      reason: "kept_by_law",
    });
    expect((await get(twice.id)).status).toBe("invalid");
    await set(lead.id, "visit_scheduled");
    await caller.duplicates.undoMerge({ mergeId });
    expect([(await get(lead.id)).status, (await get(twice.id)).status]).toEqual([
      ...["new", "visit_scheduled"],
    ]);
  });

  it("keep what was done since the merge where it was done, and say so", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, merge, get } = await buildTwice(db);
    const { mergeId } = await merge(lead.id, twice.id, ["email", "birthYear"]);
    const email = { from: "amara@example.com", to: "amara.new@example.com" };
    await caller.leads.edit({ leadId: lead.id, fields: { email } });
    const { version: expectedVersion } = await get(lead.id);
    const call = { channel: "phone", outcome: "reached", expectedVersion } as const;
    await caller.leads.logContact({ leadId: lead.id, ...call });
    const { sentence, kept, merged } = await caller.duplicates.undoMerge({ mergeId });
    expect(sentence).toContain("left with");
    expect(sentence).toContain("e-mail");
    expect(kept).toMatchObject({ email: email.to, birthYear: null, attemptCount: 1 });
    expect(merged).toMatchObject({ email: twice.email, attemptCount: 0, status: "new" });
  });

  it("are not worked on while they rest, nor merged twice", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, merge, get } = await buildTwice(db);
    const versions = { keptVersion: lead.version, otherVersion: twice.version, take: [] };
    await merge(lead.id, twice.id);
    const { version: expectedVersion } = await get(twice.id);
    for (const call of [
      () => caller.leads.assign({ leadId: twice.id, ownerId: null, expectedVersion }),
      () => caller.leads.changeStatus({ leadId: twice.id, to: "new", expectedVersion }),
      () => caller.notes.write({ home: { leadId: twice.id }, body: "Still here?" }),
      () => caller.duplicates.merge({ keptId: twice.id, otherId: lead.id, ...versions }),
    ]) {
      expect(await refusalOf(call())).toMatchObject({ code: "rule_broken", reason: "merged" });
    }
  });

  it("lets the second of two who merge know", async () => {
    const { db } = await openTestDatabase();
    const { caller, asOther, lead, twice } = await buildTwice(db);
    const versions = { keptVersion: lead.version, otherVersion: twice.version, take: [] };
    const answers = await Promise.allSettled([
      caller.duplicates.merge({ keptId: lead.id, otherId: twice.id, ...versions }),
      asOther.duplicates.merge({ keptId: twice.id, otherId: lead.id, ...versions }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.selectFrom("leadMerges").selectAll().execute()).toHaveLength(1);
  });

  it("refuses a merge of what somebody changed meanwhile", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice } = await buildTwice(db);
    await caller.leads
      .assign({ leadId: twice.id, ownerId: null, expectedVersion: 1 })
      .catch(() => 0);
    const versions = { keptVersion: lead.version, otherVersion: 99, take: [] };
    const call = caller.duplicates.merge({ keptId: lead.id, otherId: twice.id, ...versions });
    expect(await refusalOf(call)).toMatchObject({ code: "conflict", reason: "stale_version" });
    expect(await db.selectFrom("leadMerges").selectAll().execute()).toEqual([]);
  });

  it("go on in a third, and come apart in the order in which they came together", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, merge, search, siteId, get, open } = await buildTwice(db);
    const third = await buildLead(db, {
      ...{ siteId, studyId: lead.studyId, email: "av@example.net", phone: "+13125550177" },
      ...{ birthYear: 1968, firstName: "Amarra", createdAt: "2026-08-01T10:00:00.000Z" },
    });
    const first = await merge(lead.id, twice.id);
    await search();
    // Only the merged lead has the year that the third one has.
    expect((await open()).map(({ leads }) => leads.map(({ id }) => id))).toEqual([
      [lead.id, third.id],
    ]);
    const second = await merge(third.id, lead.id);
    expect(second.lead.submissions).toHaveLength(2);
    const early = caller.duplicates.undoMerge({ mergeId: first.mergeId });
    expect(await refusalOf(early)).toMatchObject({
      reason: "merged",
      details: { leadId: third.id },
    });
    await caller.duplicates.undoMerge({ mergeId: second.mergeId });
    await caller.duplicates.undoMerge({ mergeId: first.mergeId });
    expect(await get(lead.id)).toMatchObject({ status: "new", createdAt: lead.createdAt });
    expect((await get(twice.id)).submissions).toHaveLength(1);
    expect((await get(third.id)).submissions).toHaveLength(0);
  });

  it("come apart out of order, each with what was its own", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, merge, search, siteId, get } = await buildTwice(db);
    const createdAt = "2026-08-30T10:00:00.000Z";
    const third = await buildLead(db, {
      ...{ siteId, studyId: lead.studyId, email: "av@example.net", createdAt, doNotContact: 1 },
    });
    await search();
    const first = await merge(twice.id, lead.id);
    const second = await merge(twice.id, third.id);
    expect(second.lead).toMatchObject({ createdAt, doNotContact: true });
    await caller.duplicates.undoMerge({ mergeId: first.mergeId });
    expect(await get(twice.id)).toMatchObject({ createdAt, doNotContact: true });
    await caller.duplicates.undoMerge({ mergeId: second.mergeId });
    expect(await get(twice.id)).toMatchObject({
      createdAt: twice.createdAt,
      doNotContact: false,
    });
  });

  it("lets a consent that was taken back count for both, and gives it back with the other lead", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, twice, merge, get, deps } = await buildTwice(db);
    // Both had agreed at noon.
    const at = "2026-09-01T12:30:00.000Z";
    deps.clock.advance(3_600_000);
    await db
      .updateTable("consents")
      .set({ withdrawnAt: at })
      .where("leadId", "=", lead.id)
      .execute();
    await db
      .updateTable("leads")
      .set({ status: "declined", doNotContact: 1 })
      .where("id", "=", lead.id)
      .execute();
    const { mergeId, lead: kept } = await merge(twice.id, lead.id);
    expect(kept).toMatchObject({ status: "declined", doNotContact: true, consentWithdrawnAt: at });
    expect(kept.mayContact.answer).toBe("no");
    await caller.duplicates.undoMerge({ mergeId });
    expect(await get(twice.id)).toMatchObject({
      ...{ status: "new", doNotContact: false, consentWithdrawnAt: null },
    });
    expect(await get(lead.id)).toMatchObject({ status: "declined", consentWithdrawnAt: at });
  });

  it("that are not the same person are not offered again, until that is taken back", async () => {
    const { db } = await openTestDatabase();
    const { caller, pair, open, search, siteId } = await buildTwice(db);
    await caller.duplicates.sayDifferent(pair);
    expect(await open()).toEqual([]);
    await caller.duplicates.startScan({ siteId });
    await search();
    expect(await caller.duplicates.scans()).toMatchObject([
      { status: "done", looked: 2, total: 2, found: 0 },
    ]);
    expect(await open()).toEqual([]);
    const again = caller.duplicates.sayDifferent(pair);
    expect(await refusalOf(again)).toMatchObject({ reason: "decided_already" });
    await caller.duplicates.offerAgain(pair);
    expect(await open()).toHaveLength(1);
    const audit = await db.selectFrom("audit").select("action").execute();
    expect(audit.filter(({ action }) => action === "lead.not_the_same")).toHaveLength(2);
  });

  it("are found by a walk through the site, which goes on where it was stopped", async () => {
    const { db } = await openTestDatabase();
    const { caller, search, siteId, open, deps } = await buildTwice(db);
    await db.deleteFrom("duplicatePairs").execute();
    await caller.duplicates.startScan({ siteId });
    await caller.duplicates.startScan({ siteId });
    expect(await db.selectFrom("duplicateScans").selectAll().execute()).toHaveLength(1);
    await searchDuplicates(deps);
    expect(await caller.duplicates.scans()).toMatchObject([{ status: "running", looked: 2 }]);
    await search();
    expect(await caller.duplicates.scans()).toMatchObject([{ status: "done", found: 1 }]);
    expect(await open()).toHaveLength(1);
    await caller.duplicates.startScan({ siteId });
    expect(await caller.duplicates.stopScan({ siteId })).toMatchObject([{ status: "stopped" }]);
  });

  it("come out of a merge and its undoing as they went in, whatever they hold and whatever was picked", async () => {
    const { db } = await openTestDatabase();
    const { caller, lead, siteId, search } = await buildTwice(db);
    const random = seeded(7);
    const pick = <T>(values: readonly [T, ...T[]]): T =>
      values[Math.floor(random() * values.length)] ?? values[0];

    const time = () => new Date(Date.UTC(2026, 7, 1 + Math.floor(random() * 30))).toISOString();
    for (let round = 0; round < (engine === "sqlite" ? 12 : 4); round += 1) {
      const phone = `+1312555${(1000 + round).toString()}`;
      const build = () =>
        buildLead(db, {
          ...{ siteId, studyId: lead.studyId, phone, createdAt: time() },
          firstName: pick(["Amara", "Amarra", "A."]),
          email: pick(["a@example.org", "b@example.org"]),
          birthYear: pick([null, 1968, 1971]),
          language: pick([null, "es", "ar"]),
          ...pick<Partial<NewRow<"leads">>>([
            { status: "new" },
            { status: "contacting", followUpAt: time(), followUpNote: "Mornings" },
            { status: "declined", statusReason: "travel" },
          ]),
          ...pick<Partial<NewRow<"leads">>>([
            {},
            { attemptCount: 2, firstAttemptAt: time(), lastAttemptAt: time() },
            { attemptCount: 1, firstAttemptAt: time(), firstContactAt: time() },
          ]),
          doNotContact: pick([0, 1] as const),
          proof: pick([null, "none", "solved"] as const),
        });
      const [one, other] = [await build(), await build()];
      for (const each of [one, other]) if (random() > 0.3) await buildConsent(db, each, "Hello.");
      await search();
      const last = await db
        .selectFrom("activities")
        .select((eb) => eb.fn.max("id").as("id"))
        .executeTakeFirst();
      const before = await readAll(db, last?.id ?? 0);
      const { mergeId } = await caller.duplicates.merge({
        ...{ keptId: one.id, otherId: other.id, keptVersion: 1, otherVersion: 1 },
        take: mergeFields.filter(() => random() > 0.5),
      });
      await caller.duplicates.undoMerge({ mergeId });
      expect(await readAll(db, last?.id ?? 0), `round ${round}`).toEqual(before);
    }
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
