import { AsyncLocalStorage } from "node:async_hooks";
import { existsSync, readFileSync } from "node:fs";
import { lockAuditHead } from "@studydesk/db/dialect";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { addSubscription } from "@studydesk/db/subscriptions/subscription-queries";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { countWaiting } from "@studydesk/db/testing/count-waiting";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { DomainError } from "@studydesk/domain/errors";
import { expect, it } from "vitest";
import { searchDuplicates } from "../duplicates/search-duplicates";
import { exportLeads } from "../exports/export-leads";
import { writeNote } from "../notes/write-note";
import { mailStatusLinks } from "../status-page/mail-status-links";
import { readStatusPage } from "../status-page/read-status-page";
import { buildAnchor } from "../testing/build-anchor";
import { buildCaller } from "../testing/build-caller";
import { workAll } from "../testing/build-crowd";
import { refusalOf } from "../testing/build-desk";
import { buildOwnPage } from "../testing/build-own-page";
import { buildVersion } from "../testing/build-screening";
import { eraseOwnLead } from "./erase-lead";

const fail = (error: unknown) => {
  throw error;
};

/** Words that stand in the database only because of Ana. */
const canaries = [
  ...["Ana", "Ångström", "ana@example.org", "angstrom", "555-0143", "2025550143"],
  ...[
    "near the station",
    "Sounded tired",
    "Daughter answers",
    "Wants mornings",
    "c2VhbGVk",
    "knitting",
  ],
];

/** Everything that a lead can gather before it is erased. */
async function buildWorkedOn(db: Db) {
  const page = await buildOwnPage(db);
  const { deps, team, leadId, coordinator, lead } = page;
  await team.leads.setFollowUp({
    leadId,
    at: "2026-09-02T09:00:00Z",
    note: "Wants mornings",
    expectedVersion: 1,
  });
  await team.leads.logContact({
    leadId,
    channel: "phone",
    outcome: "no_answer",
    note: "Sounded tired on the tape",
    despite: "they_asked",
    nextTryAt: "2026-09-03T09:00:00Z",
    expectedVersion: 2,
  });
  await team.leads.setFollowUp({
    leadId,
    at: "2026-09-04T09:00:00Z",
    note: "Daughter answers",
    expectedVersion: 3,
  });
  await team.leads.writeTo({
    leadId,
    subject: "Your visit, {firstName}",
    body: "Please bring your knitting.",
    language: "en",
    expectedVersion: 4,
  });
  await team.notes.write({ home: { leadId }, body: "A note about Ana." });
  await db
    .insertInto("shares")
    .values({
      ...{
        idSha256: "1",
        linkProofSha256: "2",
        authKeySha256: "3",
        iv: "4",
        ciphertext: "c2VhbGVk",
      },
      ...{
        ownerId: coordinator.userId,
        leadId,
        maxViews: 3,
        revokedAt: null,
        revokedBecause: null,
      },
      ...{ createdAt: deps.now().toISOString(), expiresAt: "2027-01-01T00:00:00.000Z" },
    })
    .execute();
  await addSubscription(db, {
    ...{ email: "Ana@example.org", emailFolded: "ana@example.org", language: "es" },
    ...{ condition: null, conditionFolded: "", placeName: null, placeKey: "" },
    ...{ lat: null, lon: null, radiusKm: null, consentVersion: 1, confirmSha256: "5" },
    ...{ createdAt: deps.now().toISOString(), confirmedAt: null, endedAt: null },
  });
  await mailStatusLinks(deps, { email: "ana@example.org", language: "en" });
  expect(await lead()).toMatchObject({ firstName: "Ana", version: 5 });
  return page;
}

describeOnEveryEngine("erasing a person", (openTestDatabase, engine) => {
  it("leaves nothing about them in any row of any table", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder } = await buildWorkedOn(db);
    const before = await readEverything(db);
    for (const canary of canaries) expect(before).toContain(canary);
    await eraseOwnLead(deps, holder, fail);
    const after = await readEverything(db);
    for (const canary of canaries) expect(after).not.toContain(canary);
    expect(after).not.toContain(holder.token);
  });

  it("leaves no note on them, quote, tag, earlier wording or draft, not even sealed", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, coordinator, leadId } = await buildWorkedOn(db);
    const home = { leadId };
    const { id, message } = await db
      .selectFrom("submissions")
      .select(["id", "message"])
      .executeTakeFirstOrThrow();
    const source = { sourceType: "lead", fieldPath: `message.${id}`, sourceId: leadId } as const;
    const anchor = buildAnchor(source, message ?? "", "near the station");
    const note = await team.notes.write({ home, body: "Walks.", tags: ["travel"], anchor });
    await team.notes.edit({ noteId: note.id, body: "Runs.", expectedVersion: 1 });
    await team.notes.saveDraft({ home, draft: { body: "Ru", tags: [] } });
    const { studyId } = await team.leads.get({ leadId });
    await writeNote(deps, coordinator, { home: { studyId }, body: "Of the study." });
    const sealed = [
      ...(await db.selectFrom("notes").selectAll().where("leadId", "=", leadId).execute()),
      ...(await db.selectFrom("noteVersions").selectAll().execute()),
      ...(await db.selectFrom("noteDrafts").selectAll().execute()),
    ].flatMap((row) => Object.entries(row).filter(([name]) => name.startsWith("sealed")));
    const texts = sealed.flatMap(([, text]) => (typeof text === "string" ? [text] : []));
    expect(texts.length).toBe(7);
    await eraseOwnLead(deps, holder, fail);
    const after = await readEverything(db);
    for (const text of texts) expect(after).not.toContain(text);
    expect(await team.notes.readDraft({ home })).toBeNull();
    expect((await team.notes.mine({})).rows).toMatchObject([{ body: "Of the study." }]);
  });

  it("leaves no screening number of a consent that was entered by mistake", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId } = await buildWorkedOn(db);
    await db
      .updateTable("leads")
      .set({ status: "in_screening" })
      .where("id", "=", leadId)
      .execute();
    const { version: expectedVersion } = await team.leads.get({ leadId });
    await team.leads.setScreeningNumber({ leadId, screeningNumber: "S-4711", expectedVersion });
    await db
      .updateTable("leads")
      .set({ status: "visit_scheduled" })
      .where("id", "=", leadId)
      .execute();
    await eraseOwnLead(deps, holder, fail);
    expect(await readEverything(db)).not.toContain("S-4711");
  });

  it("leaves nothing of what was said about the criteria, but how each was answered", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, coordinator, leadId, lead } = await buildWorkedOn(db);
    const { studyId } = await lead();
    const { criteria } = await buildVersion(db, studyId, 90);
    const { answer } = buildCaller(deps, coordinator).screening;
    const asked = { leadId, criterionId: criteria.I2 ?? 0, source: "said" } as const;
    const given = { ...asked, value: 67.25, evidence: "Born in the blizzard" };
    const { answerId } = await answer({ ...given, expectedAnswerId: null });
    const corrected = { ...given, value: 68.25, evidence: "Born beside the lighthouse" };
    await answer({ ...corrected, expectedAnswerId: answerId });
    const more = ["blizzard", "lighthouse", "67.25", "68.25"];
    const before = await readEverything(db);
    for (const canary of more) expect(before).toContain(canary);
    await eraseOwnLead(deps, holder, fail);
    const after = await readEverything(db);
    for (const canary of [...canaries, ...more]) expect(after).not.toContain(canary);
    expect(await db.selectFrom("answers").selectAll().orderBy("id").execute()).toMatchObject([
      { answer: "met", value: null, evidence: null },
      { answer: "met", value: null, evidence: null, replacedAt: null },
    ]);
  });

  it("leaves nothing of where and for what the person was to come, but that they were", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId } = await buildWorkedOn(db);
    await db
      .updateTable("leads")
      .set({ status: "visit_scheduled", eligibleAt: deps.now().toISOString() })
      .where("id", "=", leadId)
      .execute();
    const startsAt = "2026-09-15T15:00:00.000Z";
    const plan = { startsAt, minutes: 60, place: "Beside the oak", note: "Bring the spectacles" };
    const { visit } = await team.visits.plan({ leadId, ...plan });
    const moving = { visitId: visit.id, expectedSequence: 0, ...plan };
    await team.visits.move({ ...moving, place: "Beneath the elm" });
    const more = ["Beside the oak", "Beneath the elm", "spectacles", "BEGIN:VCALENDAR"];
    const before = await readEverything(db);
    for (const canary of more) expect(before).toContain(canary);
    await eraseOwnLead(deps, holder, fail);
    const after = await readEverything(db);
    for (const canary of [...canaries, ...more]) expect(after).not.toContain(canary);
    expect(await db.selectFrom("visits").selectAll().execute()).toMatchObject([
      { startsAt, state: "cancelled", place: null, note: null },
    ]);
  });

  it("leaves nothing of what the desk put right, nor of mail to an address from before", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId } = await buildWorkedOn(db);
    const { phoneTyped, email } = await team.leads.get({ leadId });
    await team.leads.edit({
      leadId,
      fields: {
        firstName: { from: "Ana", to: "Annabell" },
        phone: { from: phoneTyped, to: "+34 912 555 019" },
        email: { from: email, to: "annabell@example.net" },
      },
    });
    await mailStatusLinks(deps, { email: "annabell@example.net", language: "en" });
    await team.leads.edit({
      leadId,
      fields: { email: { from: "annabell@example.net", to: "bell@example.net" } },
    });
    const more = [
      "Annabell",
      "annabell@example.net",
      "bell@example.net",
      "912555019",
      "912 555 019",
    ];
    const before = await readEverything(db);
    for (const canary of more) expect(before).toContain(canary);
    // Earlier links ended with the address that they went to.
    await mailStatusLinks(deps, { email: "bell@example.net", language: "en" });
    await eraseOwnLead(deps, { ...holder, token: await findNewestToken(db) }, fail);
    const after = await readEverything(db);
    for (const canary of [...canaries, ...more]) expect(after).not.toContain(canary);
  });

  it("leaves nothing of another lead of theirs that was merged into it, nor in what undoing a merge needs", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, lead, site } = await buildWorkedOn(db);
    const { studyId, phone } = await lead();
    const twice = await buildLead(db, {
      ...{ siteId: site.id, studyId, phone, firstName: "Anneke" },
      ...{ lastName: "Zweitname", email: "second@example.net", phoneTyped: "+1 202 555 0143" },
    });
    await buildConsent(db, twice, "About my marmalade.");
    const third = await buildLead(db, {
      ...{ siteId: site.id, studyId, phone, email: "third@example.net" },
      ...{ firstName: "Annika", phoneTyped: "+1 202 555 0143" },
    });
    while (await searchDuplicates(deps));
    const version = async (id: number) => (await team.leads.get({ leadId: id })).version;
    for (const [keptId, otherId] of [
      [twice.id, third.id],
      [leadId, twice.id],
    ] as const) {
      await team.duplicates.merge({
        ...{ keptId, keptVersion: await version(keptId) },
        ...{ otherId, otherVersion: await version(otherId), take: ["name"] },
      });
    }
    const more = [
      "Anneke",
      "Annika",
      "Zweitname",
      "second@example.net",
      "third@example.net",
      "marmalade",
    ];
    const before = await readEverything(db);
    for (const canary of more) expect(before).toContain(canary);
    await eraseOwnLead(deps, holder, fail);
    const after = await readEverything(db);
    for (const canary of [...canaries, ...more]) expect(after).not.toContain(canary);
    expect(await db.selectFrom("duplicatePairs").selectAll().execute()).toEqual([]);
    const [merge] = await db.selectFrom("leadMerges").select("id").execute();
    const undo = team.duplicates.undoMerge({ mergeId: merge?.id ?? 0 });
    expect(await refusalOf(undo)).toMatchObject({ code: "rule_broken", reason: "erased" });
  });

  it("leaves nothing of mail that was taken back, of jobs over many leads, or of a list that held them", async () => {
    const { db, url } = await openTestDatabase();
    const { deps, holder, team, leadId, coordinator } = await buildWorkedOn(db);
    const written = await team.leads.writeTo({
      ...{ leadId, language: "en", despite: "they_asked", expectedVersion: 5 },
      ...{ subject: "About the crochet", body: "Dear {lastName}, bring your crochet." },
    });
    await team.leads.undo({ changeId: written.changeId ?? 0 });
    await team.presence.beat({ leadId, what: "editing" });
    await team.leads.next({ screenId: "tab" });
    const selection = { kind: "picked" as const, leadIds: [leadId] };
    const gone = { kind: "mail", template: "Gone", language: "en" } as const;
    for (const task of [{ kind: "assign", ownerId: null } as const, gone]) {
      await team.bulk.start({ task, selection });
    }
    await workAll(deps);
    const filters = { search: "angstrom" };
    const matching = { kind: "matching" as const, filters, exceptIds: [] };
    const exported = await exportLeads(deps, coordinator, {
      ...{ format: "csv", selection: matching, columns: ["name", "email"] },
      ...{ sort: "arrived", descending: true },
    });
    let file = "";
    for await (const piece of exported.pieces) file += piece;
    expect(file).toContain("ana@example.org");
    const more = [...canaries, "crochet"];
    const before = await readEverything(db);
    for (const canary of more) expect(before).toContain(canary);
    await eraseOwnLead(deps, holder, fail);
    const after = await readEverything(db);
    for (const canary of more) expect(after).not.toContain(canary);
    if (engine === "postgres") return;
    const bytes = [url, `${url}-wal`]
      .filter((name) => existsSync(name))
      .map((name) => readFileSync(name).toString("latin1"))
      .join("");
    for (const canary of more) {
      expect(bytes).not.toContain(Buffer.from(canary).toString("latin1"));
    }
  });

  it("keeps what happened: the lead, its times and steps, the consent as a fact, the audit chain", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, rows, lead, site } = await buildWorkedOn(db);
    const audit = await rows.audit();
    const { createdAt, firstAttemptAt, studyId } = await lead();
    await eraseOwnLead(deps, holder, fail);
    const at = deps.now().toISOString();
    expect(await lead()).toMatchObject({
      ...{ createdAt, firstAttemptAt, studyId, siteId: site.id, attemptCount: 2 },
      ...{ status: "declined", statusReason: "none_given", erasedAt: at, doNotContact: 1 },
    });
    expect(await rows.submissions()).toHaveLength(1);
    expect(await rows.consents()).toMatchObject([{ withdrawnAt: at }]);
    expect((await rows.activities()).map(({ kind }) => kind)).toEqual([
      ...["submission_received", "follow_up_set", "owner_changed", "status_changed"],
      ...["contact_attempted", "follow_up_set", "mail_written"],
      ...["status_changed", "consent_withdrawn", "erased"],
    ]);
    const chain = await rows.audit();
    expect(chain.slice(0, audit.length)).toEqual(audit);
    expect(chain.at(-1)).toMatchObject({ action: "lead.erased", actorId: null });
  });

  it("shows the desk that it was erased, lets nobody work on it, and finds it by no search", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId } = await buildWorkedOn(db);
    await eraseOwnLead(deps, holder, fail);
    const at = deps.now().toISOString();
    const seen = await team.leads.get({ leadId });
    expect(seen).toMatchObject({ erasedAt: at, firstName: "", moves: [], phoneShown: null });
    expect(Object.values(seen.abilities)).not.toContain(true);
    expect((await team.leads.list({})).rows).toMatchObject([{ id: leadId, erasedAt: at }]);
    expect((await team.leads.next({})).lead).toBeNull();
    expect(await team.leads.counts()).toMatchObject({ inbox: 0, dueToday: 0, pastPromise: 0 });
    for (const search of ["Ana", "ngstr", "ana@example.org", "555-0143", "0143", " ", "-", "%"]) {
      const { rows } = await team.leads.list({ filters: { search } });
      // A search for nothing is none.
      expect(rows.length, `“${search}”`).toBe(search === " " ? 1 : 0);
    }
    expect(await team.notes.list({ leadId })).toEqual([]);
    const { version: expectedVersion } = seen;
    for (const call of [
      () =>
        team.leads.logContact({ leadId, channel: "phone", outcome: "reached", expectedVersion }),
      () => team.leads.changeStatus({ leadId, to: "invalid", reason: "test", expectedVersion }),
      () => team.notes.write({ home: { leadId }, body: "Ana called back." }),
    ]) {
      expect(await refusalOf(call())).toMatchObject({ code: "rule_broken", reason: "erased" });
    }
  });

  it("ends the link and every way to a new one, and tells the team by a number", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, rows, coordinator, leadId, send } = await buildWorkedOn(db);
    await eraseOwnLead(deps, holder, fail);
    const opened = readStatusPage(deps, holder, "en");
    await expect(opened).rejects.toMatchObject({ code: "not_found", reason: "unknown_link" });
    const mails = await rows.outbox();
    await mailStatusLinks(deps, { email: "ana@example.org", language: "en" });
    expect(await rows.outbox()).toEqual(mails);
    expect(new Set(mails.map(({ toAddress }) => toAddress))).toEqual(new Set([coordinator.email]));
    expect(mails.at(-1)?.subject).toContain(`Lead ${leadId} was erased`);
    // Who writes again later is somebody new.
    await send();
    expect(await rows.leads()).toHaveLength(2);
  });

  it.runIf(engine === "postgres")(
    "waits for nobody who would write about them after it (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { deps, holder, team, leadId } = await buildWorkedOn(db);
      const waiting = () => countWaiting(db);
      const outside = AsyncLocalStorage.snapshot();
      const all: Promise<unknown>[] = [];
      // Everything that changes something ends with the audit chain: as long as it is held, all are under way.
      await inTransaction(db, async (trx) => {
        await lockAuditHead(trx);
        all.push(outside(() => eraseOwnLead(deps, holder, fail)));
        await expect.poll(() => outside(waiting)).toBe(1);
        all.push(outside(() => team.notes.write({ home: { leadId }, body: "Ana, just now." })));
        all.push(
          outside(() => mailStatusLinks(deps, { email: "ana@example.org", language: "en" })),
        );
        await expect.poll(() => outside(waiting)).toBe(3);
      });
      const [erased, noted] = await Promise.allSettled(all);
      expect(erased?.status).toBe("fulfilled");
      expect(noted).toMatchObject({ status: "rejected" });
      const after = await readEverything(db);
      for (const canary of canaries) expect(after).not.toContain(canary);
      expect(await db.selectFrom("notes").selectAll().execute()).toEqual([]);
    },
  );

  it("touches nobody else, not even another request of the same person", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, rows, site, lead } = await buildWorkedOn(db);
    const other = await buildLead(db, {
      siteId: site.id,
      firstName: "Ana",
      email: "ana@example.org",
    });
    await eraseOwnLead(deps, holder, fail);
    expect(await lead()).toMatchObject({ firstName: "" });
    expect((await rows.leads()).find(({ id }) => id === other.id)).toEqual(other);
  });

  it("refuses what the law keeps, says so, and changes nothing", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, leadId } = await buildWorkedOn(db);
    // A status that the database knows and that is still to come.
    const status = JSON.parse('"enrolled"');
    await db.updateTable("leads").set({ status }).where("id", "=", leadId).execute();
    const before = await readEverything(db);
    const refusal = await eraseOwnLead(deps, holder, fail).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: "rule_broken", reason: "kept_by_law" });
    expect(await readEverything(db)).toBe(before);
  });

  it.runIf(engine === "sqlite")(
    "leaves no trace in the database's files (skipped on PostgreSQL: its files are its own)",
    async () => {
      const { db, url } = await openTestDatabase();
      const { deps, holder, site, study } = await buildWorkedOn(db);
      // Further rows around it, in any order: pages of indexes are split, and rows are moved about.
      const around = Array.from({ length: 400 }, (_, index) => (index * 163) % 400);
      await inTransaction(db, async (trx) => {
        for (const index of around) {
          const name = `${String.fromCodePoint(97 + (index % 26))}${index}`;
          const person = { firstName: name, lastName: name, email: `${name}@example.com` };
          await buildLead(trx, { siteId: site.id, studyId: study.studyId, ...person });
        }
      });
      const files = () =>
        [url, `${url}-wal`]
          .filter((file) => existsSync(file))
          .map((file) => readFileSync(file).toString("latin1"))
          .join("");
      const bytes = (text: string) => Buffer.from(text).toString("latin1");
      const before = files();
      for (const canary of canaries) expect(before).toContain(bytes(canary));
      await eraseOwnLead(deps, holder, fail);
      const after = files();
      for (const canary of canaries) expect(after).not.toContain(bytes(canary));
      expect(after).toContain("a0@example.com");
    },
  );
});

async function findNewestToken(db: Db): Promise<string> {
  const { textBody } = await db
    .selectFrom("outbox")
    .select("textBody")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return /\/status\/([\w-]{43})/.exec(textBody)?.[1] ?? "";
}
