import type { Db } from "@studydesk/db/open-database";
import { leaseMail, markSent, takeBackMail } from "@studydesk/db/outbox/outbox-queries";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

const now = "2026-09-01T12:00:00.000Z";
const mail = {
  subject: "About {studyTitle}",
  body: "Hello {firstName},\n\nwhen may I call you?\n\n{coordinatorName}",
  language: "en",
};
const outboxOf = (db: Db) => db.selectFrom("outbox").selectAll().orderBy("id").execute();

async function openDesk(db: Db) {
  const desk = await buildDesk(db);
  const write = (change: Partial<typeof mail> & { expectedVersion?: number } = {}) =>
    desk.asKim.writeTo({ leadId: desk.lead.id, expectedVersion: 1, ...mail, ...change });
  return { ...desk, write };
}

describeOnEveryEngine("a mail to a person", (openTestDatabase) => {
  it("is an attempt, stands on the timeline as it was sent, and waits half a minute in the outbox", async () => {
    const { db, write, lead, kim, asKim } = await openDesk((await openTestDatabase()).db);
    const view = await write();
    expect(view).toMatchObject({
      status: "contacting",
      ownerId: kim.userId,
      attemptCount: 1,
      // Nine in the morning where they live, two nights on.
      followUpAt: "2026-09-03T13:00:00.000Z",
      firstContactAt: null,
    });
    const [queued, ...others] = await outboxOf(db);
    expect(others).toEqual([]);
    expect(queued).toMatchObject({
      kind: "lead_message",
      toAddress: lead.email,
      replyTo: kim.email,
      leadId: lead.id,
      subject: "About A study of sleep",
      status: "queued",
      nextAttemptAt: "2026-09-01T12:00:30.000Z",
    });
    for (const text of [queued?.textBody, queued?.htmlBody]) {
      expect(text).toContain("Hello Amara,");
      expect(text).toContain("Kim Example");
      expect(text).toMatch(/\/status\/[\w-]{43}/);
    }
    const [newest] = await asKim.timeline({ leadId: lead.id });
    expect(newest?.activity).toMatchObject({
      kind: "mail_written",
      subject: "About A study of sleep",
      text: "Hello Amara,\n\nwhen may I call you?\n\nKim Example",
    });
    const { attempts, audit } = await readChanges(db);
    expect(attempts).toMatchObject([{ channel: "email", outcome: "message_sent", despite: null }]);
    expect(JSON.stringify(audit)).not.toMatch(/Amara|call you|example\.org/);
  });

  it("calls the study as its page does in the mail's language", async () => {
    const { db, write, lead, kim } = await openDesk((await openTestDatabase()).db);
    await db
      .insertInto("studyTexts")
      .values({
        ...{ studyId: lead.studyId, language: "es", field: "title", text: "Un estudio del sueño" },
        ...{ source: "", sourceSha256: "", updatedAt: now, updatedBy: kim.userId },
      })
      .execute();
    await write({ language: "es-MX", body: "Hola {firstName}: {studyTitle}" });
    const [queued] = await outboxOf(db);
    expect(queued?.textBody).toContain("Hola Amara: Un estudio del sueño");
    expect(queued?.subject).toBe("About Un estudio del sueño");
    expect(queued?.textBody).toContain("Puede responder a este correo");
  });

  it("keeps the private link only until it is sent", async () => {
    const { db, write } = await openDesk((await openTestDatabase()).db);
    await write();
    const [queued] = await outboxOf(db);
    await markSent(db, { id: queued?.id ?? 0, siteId: queued?.siteId ?? null }, now);
    const [sent] = await outboxOf(db);
    expect(sent?.textBody).toContain("/status/…");
    expect(sent?.htmlBody).not.toMatch(/\/status\/[\w-]{43}/);
  });

  it("is taken back with its change while it waits, and not any more once it is on its way", async () => {
    const { db, write, asKim, lead } = await openDesk((await openTestDatabase()).db);
    const first = await write();
    const undone = await asKim.undo({ changeId: first.changeId ?? 0 });
    expect(undone).toMatchObject({
      isWhole: true,
      lead: { status: "new", attemptCount: 0, followUpAt: null, lastAttemptAt: null },
    });
    expect(await outboxOf(db)).toEqual([]);
    expect((await asKim.timeline({ leadId: lead.id })).at(1)).toMatchObject({
      activity: { kind: "mail_written" },
      isTakenBack: true,
    });
    const again = asKim.undo({ changeId: undone.lead.changeId ?? 0 });
    expect(await refusalOf(again)).toMatchObject({ code: "rule_broken", reason: "mail_gone" });

    const second = await write({ expectedVersion: undone.lead.version });
    const later = new Date("2026-09-01T12:00:31.000Z");
    await leaseMail(db, { now: later, leaseMs: 60_000, owner: "a", limit: 5 });
    const before = await readChanges(db);
    const late = asKim.undo({ changeId: second.changeId ?? 0 });
    expect(await refusalOf(late)).toMatchObject({ code: "rule_broken", reason: "mail_sent" });
    expect(await readChanges(db)).toEqual(before);
    expect(await outboxOf(db)).toHaveLength(1);
  });

  it("leaves a follow-up that was planned anyway", async () => {
    const { write, asKim, lead } = await openDesk((await openTestDatabase()).db);
    const at = "2026-09-02T09:00:00.000Z";
    await asKim.setFollowUp({ leadId: lead.id, at, note: "MRI date", expectedVersion: 1 });
    expect(await write({ expectedVersion: 2 })).toMatchObject({ followUpAt: at });
  });

  it("is refused where the gate is closed, by day and by night, and nothing is written", async () => {
    const { db, write, asKim, lead } = await openDesk((await openTestDatabase()).db);
    await asKim.logContact({
      leadId: lead.id,
      channel: "phone",
      outcome: "do_not_contact",
      expectedVersion: 1,
    });
    const before = await readChanges(db);
    expect(await refusalOf(write({ expectedVersion: 2 }))).toEqual({
      code: "rule_broken",
      reason: "do_not_contact",
      details: { needsReason: false },
    });
    expect(await readChanges(db)).toEqual(before);
    expect(await outboxOf(db)).toEqual([]);
  });

  it("asks for a reason after two within a day, and keeps it", async () => {
    const { db, write, asKim, lead } = await openDesk((await openTestDatabase()).db);
    await write();
    await write({ expectedVersion: 2 });
    expect(await refusalOf(write({ expectedVersion: 3 }))).toEqual({
      code: "rule_broken",
      reason: "too_many_today",
      details: { needsReason: true },
    });
    const third = { leadId: lead.id, expectedVersion: 3, ...mail };
    await asKim.writeTo({ ...third, despite: "they_asked" });
    const { attempts } = await readChanges(db);
    expect(attempts.map(({ despite }) => despite)).toEqual([null, null, "they_asked"]);
  });

  it("never goes out with a gap or an unknown field", async () => {
    const { db, write, asKim, lead } = await openDesk((await openTestDatabase()).db);
    await db.updateTable("leads").set({ lastName: "" }).execute();
    const gap = { body: "Dear {lastName}, {firstName}" };
    expect(await refusalOf(write(gap))).toMatchObject({ reason: "missing_value" });
    expect(await refusalOf(write({ body: "Call {phone}" }))).toMatchObject({
      reason: "unknown_field",
    });
    expect(await outboxOf(db)).toEqual([]);
    const preview = await asKim.previewMail({ leadId: lead.id, ...mail, ...gap });
    expect(preview).toMatchObject({ to: lead.email, missing: ["lastName"], unknown: [] });
    expect(preview.text).toContain("Dear {lastName}, Amara");
    expect((await db.selectFrom("statusLinks").selectAll().execute()).length).toBe(0);
  });
});

describeOnEveryEngine("taking a mail out of the outbox", (openTestDatabase) => {
  it("has nothing to do for an attempt without one", async () => {
    const { db } = await openTestDatabase();
    expect(await takeBackMail(db, 4711, now)).toBe(true);
  });
});
