import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDesk, readChanges, refusalOf } from "../testing/build-desk";

describeOnEveryEngine("putting facts about a person right", (openTestDatabase) => {
  it("saves what was typed with all that follows from it, and tells it without values in the audit", async () => {
    const { db, asKim, lead, kim } = await buildDesk((await openTestDatabase()).db);
    const edited = await asKim.edit({
      leadId: lead.id,
      fields: {
        firstName: { from: "Amara", to: " Amára  Lou " },
        email: { from: lead.email, to: "New.Voss@Example.org" },
        birthYear: { from: "", to: "１９６８" },
        language: { from: "", to: "Español" },
        source: { from: "study_page", to: "referral" },
      },
    });
    expect(edited.conflicts).toEqual([]);
    expect(edited.lead).toMatchObject({ firstName: "Amára Lou", birthYear: 1968, language: "es" });
    expect(edited.lead.changeId).toBeGreaterThan(0);
    const found = async (search: string) => (await asKim.list({ filters: { search } })).rows.length;
    expect([await found("amara lou"), await found("new.voss@")]).toEqual([1, 1]);
    expect(await found("amara.voss@example.org")).toBe(0);
    const { leads, activities, audit, events } = await readChanges(db);
    expect(leads).toMatchObject([
      { sortName: "voss amara lou", emailFolded: "new.voss@example.org", source: "referral" },
    ]);
    expect(activities).toHaveLength(1);
    expect(activities[0]).toMatchObject({ kind: "fields_changed", byUserId: kim.userId });
    expect(JSON.parse(activities[0]?.data ?? "").changes).toContainEqual({
      fact: "birthYear",
      from: null,
      to: "1968",
    });
    const digest = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(JSON.parse(audit[0]?.details ?? "")).toEqual({
      fields: "firstName email language birthYear source",
      ...{ "firstName.from": digest, "firstName.to": digest },
      ...{ "email.from": digest, "email.to": digest },
      ...{ "language.from": null, "language.to": digest },
      ...{ "birthYear.from": null, "birthYear.to": digest },
      ...{ "source.from": "study_page", "source.to": "referral" },
    });
    expect(events).toMatchObject([{ kind: "lead", subjectId: String(lead.id) }]);
    expect(JSON.stringify([audit, events])).not.toMatch(/Amára|Amara|Voss|1968|Español/i);
  });

  it("reads a phone number anew, and the time zone follows as long as nobody corrected it", async () => {
    const { db, asKim, siteId } = await buildDesk((await openTestDatabase()).db);
    const timeZone = "America/Chicago";
    const lead = await buildLead(db, { siteId, timeZone });
    const phoneOf = (from: string, to: string) =>
      asKim.edit({ leadId: lead.id, fields: { phone: { from, to } } });
    const first = await phoneOf(lead.phoneTyped, "+34 912 555 014");
    expect(first.lead).toMatchObject({ phone: "+34912555014", timeZone });
    const second = await phoneOf("+34 912 555 014", "+86 21 5555 0142");
    expect(second.lead).toMatchObject({ phone: "+862155550142", timeZone: "Asia/Shanghai" });
    await asKim.edit({
      leadId: lead.id,
      fields: { timeZone: { from: "Asia/Shanghai", to: "Europe/Paris" } },
    });
    const third = await phoneOf("+86 21 5555 0142", "+81 3 5555 0142");
    expect(third.lead).toMatchObject({ phone: "+81355550142", timeZone: "Europe/Paris" });
    const unread = await phoneOf("+81 3 5555 0142", "12345 ask for Lou");
    expect(unread.lead).toMatchObject({ phone: null, phoneTyped: "12345 ask for Lou" });
  });

  it("keeps both people's work on different facts, also when they began from the same sight", async () => {
    const { asKim, asBo, lead } = await buildDesk((await openTestDatabase()).db);
    await asKim.edit({ leadId: lead.id, fields: { firstName: { from: "Amara", to: "Amira" } } });
    const { conflicts, lead: seen } = await asBo.edit({
      leadId: lead.id,
      fields: { lastName: { from: "Voss", to: "Foss" } },
    });
    expect(conflicts).toEqual([]);
    expect(seen).toMatchObject({ firstName: "Amira", lastName: "Foss", version: 3 });
  });

  it("writes nothing over what somebody else wrote, names it, and saves the rest", async () => {
    const { db, asKim, asBo, bo, lead } = await buildDesk((await openTestDatabase()).db);
    await asBo.edit({ leadId: lead.id, fields: { firstName: { from: "Amara", to: "Amira" } } });
    const { conflicts, lead: seen } = await asKim.edit({
      leadId: lead.id,
      fields: {
        firstName: { from: "Amara", to: "Ammara" },
        birthYear: { from: "", to: "1970" },
      },
    });
    expect(conflicts).toEqual(["firstName"]);
    expect(seen).toMatchObject({ firstName: "Amira", birthYear: 1970 });
    expect(await asKim.changesSince({ leadId: lead.id, version: 1 })).toMatchObject([
      { version: 2, byMe: false, byName: bo.name, parts: ["firstName"] },
      { version: 3, byMe: true, parts: ["birthYear"] },
    ]);
    const before = await readChanges(db);
    const again = await asKim.edit({
      leadId: lead.id,
      fields: { firstName: { from: "Amara", to: "Ammara" } },
    });
    expect(again.conflicts).toEqual(["firstName"]);
    expect(again.lead.changeId).toBeUndefined();
    expect(await readChanges(db)).toEqual(before);
    // Whoever has seen theirs may decide for their own.
    const { lead: decided } = await asKim.edit({
      leadId: lead.id,
      fields: { firstName: { from: "Amira", to: "Ammara" } },
    });
    expect(decided).toMatchObject({ firstName: "Ammara" });
  });

  it("takes two people who typed the same for one", async () => {
    const { asKim, asBo, lead } = await buildDesk((await openTestDatabase()).db);
    const fields = { lastName: { from: "Voss", to: "Foss" } };
    await asBo.edit({ leadId: lead.id, fields });
    expect((await asKim.edit({ leadId: lead.id, fields })).conflicts).toEqual([]);
  });

  it("refuses what the form would refuse, names the fact, and changes nothing", async () => {
    const { db, asKim, lead } = await buildDesk((await openTestDatabase()).db);
    const before = await readChanges(db);
    for (const [fact, to] of [
      ["firstName", "  "],
      ["lastName", "x".repeat(101)],
      ["email", "amara.example.org"],
      ["phone", "1234"],
      ["birthYear", "1768"],
      ["language", "x"],
      ["timeZone", "Mars/Base"],
      ["source", "rumour"],
    ] as const) {
      const from = fact === "firstName" ? "Amara" : "";
      const call = asKim.edit({ leadId: lead.id, fields: { [fact]: { from, to } } });
      expect(await refusalOf(call), fact).toEqual({
        code: "invalid",
        reason: "fact",
        details: { fact },
      });
    }
    const nothing = asKim.edit({ leadId: lead.id, fields: {} });
    expect(await refusalOf(nothing)).toMatchObject({ code: "invalid" });
    expect(await readChanges(db)).toEqual(before);
  });
});

describeOnEveryEngine("other leads of the same person", (openTestDatabase) => {
  it("finds them by address in any case and by number, in both directions, never at another site", async () => {
    const { db, siteId, lead, asKim } = await buildDesk((await openTestDatabase()).db);
    const elsewhere = await buildSite(db);
    const other = { email: "other@example.org", phone: "+13125550199" };
    const byEmail = await buildLead(db, { siteId, ...other, email: "AMARA.Voss@example.org" });
    const byPhone = await buildLead(db, { siteId, email: "third@example.org" });
    await buildLead(db, { siteId, ...other });
    await buildLead(db, { siteId: elsewhere.id });
    await buildLead(db, { siteId, email: "", phone: null, phoneTyped: "" });
    const found = await asKim.ofSamePerson({ leadId: lead.id });
    expect(found).toMatchObject([
      { id: byPhone.id, hasSamePhone: true, hasSameEmail: false },
      { id: byEmail.id, hasSamePhone: false, hasSameEmail: true },
    ]);
    const back = await asKim.ofSamePerson({ leadId: byPhone.id });
    expect(back.map(({ id }) => id)).toEqual([lead.id]);
  });

  it("takes what is not known for nobody's, and an erased person for nobody", async () => {
    const { db, siteId, asKim } = await buildDesk((await openTestDatabase()).db);
    const unknown = { siteId, email: "", phone: null, phoneTyped: "" };
    const first = await buildLead(db, unknown);
    await buildLead(db, unknown);
    const phone = "+13125550188";
    const here = await buildLead(db, { siteId, email: "a@example.org", phone });
    await buildLead(db, { siteId, email: "", phone, erasedAt: "2026-09-01T12:00:00.000Z" });
    expect(await asKim.ofSamePerson({ leadId: first.id })).toEqual([]);
    expect(await asKim.ofSamePerson({ leadId: here.id })).toEqual([]);
  });
});

describeOnEveryEngine("a long timeline", (openTestDatabase) => {
  it("comes fifty at a time, all of it or one part, nothing twice", async () => {
    const { db, asKim, lead } = await buildDesk((await openTestDatabase()).db);
    for (let year = 1901; year <= 1960; year += 1) {
      const from = year === 1901 ? "" : String(year - 1);
      await asKim.edit({ leadId: lead.id, fields: { birthYear: { from, to: String(year) } } });
    }
    await asKim.logContact({
      leadId: lead.id,
      channel: "phone",
      outcome: "no_answer",
      expectedVersion: 61,
    });
    const total = (await db.selectFrom("activities").select("id").execute()).length;
    const newest = await asKim.timeline({ leadId: lead.id });
    const earlier = await asKim.timeline({ leadId: lead.id, cursor: newest.at(-1)?.id });
    expect(newest).toHaveLength(50);
    expect(new Set([...newest, ...earlier].map(({ id }) => id)).size).toBe(total);
    const contact = await asKim.timeline({ leadId: lead.id, part: "contact" });
    expect(contact.map(({ activity }) => activity.kind)).toEqual(["contact_attempted"]);
    const changes = await asKim.timeline({ leadId: lead.id, part: "changes" });
    expect(changes.some(({ activity }) => activity.kind === "contact_attempted")).toBe(false);
  });

  it("says how many open leads each colleague has", async () => {
    const { asKim, siteId, lead, bo } = await buildDesk((await openTestDatabase()).db);
    await asKim.assign({ leadId: lead.id, ownerId: bo.userId, expectedVersion: 1 });
    const loads = (await asKim.assignees({ siteId })).map((one) => [one.name, one.openLeads]);
    expect(loads).toEqual([
      ["Bo Example", 1],
      ["Kim Example", 0],
    ]);
  });
});
