import { AsyncLocalStorage } from "node:async_hooks";
import { lockAuditHead } from "@studydesk/db/dialect";
import { inTransaction } from "@studydesk/db/open-database";
import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { countWaiting } from "@studydesk/db/testing/count-waiting";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

describeOnEveryEngine("adding a lead by hand", (openTestDatabase, engine) => {
  async function openDesk() {
    const desk = await buildDesk((await openTestDatabase()).db);
    const { db, lead, siteId } = desk;
    const link = { studyId: lead.studyId, siteId, locationId: null, at: lead.createdAt };
    await inTransaction(db, (trx) => saveStudySite(trx, link));
    const called = {
      ...{ studyId: lead.studyId, siteId, firstName: " Nadia ", lastName: "Quill" },
      phone: "+1 312 555 0177",
      consentGiven: true,
    } as const;
    return { ...desk, called };
  }

  it("keeps the person with the consent they heard, on the timeline, in the audit, for open screens", async () => {
    const { asKim, db, kim, siteId, called } = await openDesk();
    const added = await asKim.add({ ...called, message: "Prefers mornings." });
    expect(added).toMatchObject({
      ...{ firstName: "Nadia", lastName: "Quill", status: "new", source: "phone_call" },
      ...{ email: "", phone: "+13125550177", proof: null, isPastPromise: false },
      consent: { givenAt: "2026-09-01T12:00:00.000Z" },
      submissions: [{ message: "Prefers mornings." }],
    });
    expect(await asKim.timeline({ leadId: added.id })).toMatchObject([
      { activity: { kind: "added", source: "phone_call" }, byUserId: kim.userId },
    ]);
    const { audit, events } = await readChanges(db);
    expect(audit.at(-1)).toMatchObject({
      ...{ action: "lead.added", actorId: kim.userId, subjectId: String(added.id), siteId },
    });
    expect(audit.at(-1)?.details).not.toMatch(/Nadia|Quill|555|mornings/);
    expect(events.at(-1)).toMatchObject({ kind: "lead", subjectId: String(added.id), siteId });
    expect((await asKim.list({ filters: { search: "quill" } })).rows).toHaveLength(1);
  });

  it.runIf(engine === "postgres")(
    "takes nobody in twice who is sent twice at the same moment (skipped on SQLite: one writes at a time)",
    async () => {
      const { asKim, db, called } = await openDesk();
      const outside = AsyncLocalStorage.snapshot();
      const sent: Promise<unknown>[] = [];
      await inTransaction(db, async (trx) => {
        await lockAuditHead(trx);
        for (let time = 0; time < 2; time += 1) {
          sent.push(outside(() => refusalOf(asKim.add(called))));
        }
        await expect.poll(() => outside(() => countWaiting(db))).toBe(2);
      });
      const refusals = await Promise.all(sent);
      expect(refusals.filter(Boolean)).toMatchObject([{ reason: "already_here" }]);
      expect((await asKim.list({ filters: { search: "quill" } })).rows).toHaveLength(1);
    },
  );

  it("keeps the language and the very text that was read to the person, and no other study's", async () => {
    const { asKim, db, lead, called } = await openDesk();
    const { studyId } = lead;
    const read = await asKim.consentText({ studyId, language: "es" });
    expect(read).toMatchObject({ language: "es", number: 1 });
    expect(await asKim.consentText({ studyId, language: "es" })).toEqual(read);
    const added = await asKim.add({ ...called, language: "es-MX", consentTextId: read.id });
    expect(added).toMatchObject({ language: "es-MX", consent: { text: read.text } });

    const { id: otherId } = await inTransaction(db, async (trx) =>
      trx
        .insertInto("consentTexts")
        .values({
          ...{ studyId: await buildStudy(trx, "Another"), language: "en", number: 1 },
          ...{ text: "Another study’s.", createdAt: lead.createdAt },
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    const before = await readChanges(db);
    const other = { ...called, phone: "+1 312 555 0178" };
    for (const wrong of [{ consentTextId: otherId }, { consentTextId: 4711 }, { language: "?" }]) {
      expect(await refusalOf(asKim.add({ ...other, ...wrong }))).toMatchObject({ code: "invalid" });
    }
    expect(await readChanges(db)).toEqual(before);
  });

  it("does not take in the same person twice, and leads to the lead that is there", async () => {
    const { asKim, db, lead, called } = await openDesk();
    const { id } = await asKim.add(called);
    const before = await readChanges(db);
    expect(await refusalOf(asKim.add({ ...called, email: "other@example.org" }))).toEqual({
      ...{ code: "rule_broken", reason: "already_here", details: { leadId: id } },
    });
    expect(
      await refusalOf(asKim.add({ ...called, phone: "", email: lead.email.toUpperCase() })),
    ).toMatchObject({ reason: "already_here", details: { leadId: lead.id } });
    expect(await readChanges(db)).toEqual(before);
  });

  it("refuses what is no lead: nobody to reach, no name, no consent, a study of other sites", async () => {
    const { asKim, deps, db, siteId, called } = await openDesk();
    const before = await readChanges(db);
    for (const wrong of [
      { phone: "" },
      { phone: "12" },
      { email: "nadia@" },
      { firstName: " \u200b " },
    ]) {
      const refusal = await refusalOf(asKim.add({ ...called, ...wrong }));
      expect(refusal, JSON.stringify(wrong)).toMatchObject({ code: "invalid" });
    }
    expect(await refusalOf(asKim.add({ ...called, studyId: 4711 }))).toMatchObject({
      code: "not_found",
    });
    const doctor = await buildPerson(db, { role: "investigator", siteId });
    expect(await refusalOf(buildCaller(deps, doctor).leads.add(called))).toMatchObject({
      code: "forbidden",
    });
    expect(await readChanges(db)).toEqual(before);
  });
});
