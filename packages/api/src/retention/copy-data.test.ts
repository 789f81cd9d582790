import type { Db } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { personFileSections } from "@studydesk/domain/retention/person-file";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildOwnPage } from "../testing/build-own-page";
import { copyData, copyOwnData } from "./copy-data";

/** Words of the person, or told to the person. */
const own = ["Ana", "Ångström", "ana@example.org", "near the station", "bring your knitting"];
/** What the team wrote about them in its own words. */
const ofTeam = ["Sounded tired", "Her sister Wilhelmina answers"];
/** Somebody else's, or a key. */
const never = ["A private thought", "Odalys", "Kim Example", "Bo Example"];

async function buildAsked(db: Db) {
  const page = await buildOwnPage(db);
  const { team, leadId, site, coordinator, deps, lead } = page;
  await db
    .updateTable("user")
    .set({ name: "Kim Example" })
    .where("id", "=", coordinator.userId)
    .execute();
  const admin = await buildPerson(db, { role: "admin", siteId: site.id, name: "Bo Example" });
  await team.leads.get({ leadId });
  await team.leads.setFollowUp({
    ...{ leadId, at: "2026-09-02T09:00:00Z", expectedVersion: 1 },
    note: "Her sister Wilhelmina answers",
  });
  await team.leads.logContact({
    ...{ leadId, channel: "phone", outcome: "no_answer", despite: "they_asked" },
    ...{ note: "Sounded tired on the tape", expectedVersion: 2 },
  });
  await team.leads.writeTo({
    ...{ leadId, subject: "Your visit", body: "Please bring your knitting.", language: "en" },
    expectedVersion: 3,
  });
  await team.notes.write({ home: { leadId }, body: "A private thought." });
  await buildLead(db, {
    ...{ siteId: site.id, studyId: (await lead()).studyId, firstName: "Odalys" },
    email: "odalys@example.org",
  });
  return { ...page, deps, asAdmin: buildCaller(deps, admin) };
}

describeOnEveryEngine("a copy of what is held about a person", (openTestDatabase) => {
  it("holds all of it in either form for an admin, nobody else's, no name of the team and no key", async () => {
    const { db } = await openTestDatabase();
    const { deps, asAdmin, leadId, holder } = await buildAsked(db);
    for (const form of ["json", "html"] as const) {
      const { text, fileName } = await asAdmin.retention.copy({ leadId, form });
      expect(fileName).toBe(`lead-${leadId}-data-2026-09-01.${form}`);
      for (const words of [...own, ...ofTeam]) expect(text).toContain(words);
      for (const words of [...never, holder.token]) expect(text).not.toContain(words);
    }
    const { text } = await asAdmin.retention.copy({ leadId, form: "json" });
    const file = JSON.parse(text);
    for (const name of personFileSections) expect(file[name]).toBeInstanceOf(Array);
    expect(file).toMatchObject({
      facts: [{ firstName: "Ana", status: "Contacting" }],
      consents: [{ withdrawnAt: null }],
      contacts: [{ channel: "Phone" }, {}],
      access: [
        { what: "Opened", role: "Coordinator" },
        { what: "Copy of the data made", role: "Admin" },
        { what: "Copy of the data made", role: "Admin" },
      ],
    });
    expect(file.consents[0].text.length).toBeGreaterThan(20);
    const audit = await db
      .selectFrom("audit")
      .select("details")
      .where("action", "=", "lead.data_copied")
      .execute();
    expect(audit.map(({ details }) => details)).toEqual(
      ["json", "html", "json"].map((form) => JSON.stringify({ form })),
    );
    // It goes to the person, whoever presses.
    await db.updateTable("leads").set({ language: "es-MX" }).where("id", "=", leadId).execute();
    await copyData(deps, "command", { leadId, form: "json" });
    const theirs = await asAdmin.retention.copy({ leadId, form: "html" });
    expect(theirs.text).toContain("<bdi>Quien administra el servidor</bdi>");
    expect(theirs.text).toContain('<html lang="es" dir="ltr">');
    expect(theirs.text).toContain("<dt>Estado</dt><dd><bdi>En contacto</bdi></dd>");
  });

  it("is the person's own by their link, in their language, without what has to be looked through first", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId } = await buildAsked(db);
    const source = { from: "study_page", to: "event" };
    await team.leads.edit({ leadId, fields: { source } });
    const { text } = await copyOwnData(deps, holder, { form: "html", language: "ar" });
    expect(text).toContain('<html lang="ar" dir="rtl">');
    for (const words of own) expect(text).toContain(words);
    for (const words of [...ofTeam, ...never, holder.token]) expect(text).not.toContain(words);
    const closed =
      "ما حدث|من قام به|بأي صفة|الحالة|الوسيلة|النتيجة|كيف وصل|اتُّصل بك رغم أن|النوع|اللغة";
    expect(text).not.toMatch(new RegExp(`<dt>(${closed})</dt><dd><bdi>[A-Za-z]`));
    expect(text).toContain("المصدر: <bdi>صفحة الدراسة</bdi> ← <bdi>فعالية</bdi>");
    for (const word of ["<dt>الاسم الأول</dt>", "<bdi>لا</bdi>", "2026-09-01 ", " UTC</bdi>"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/<dt>[A-Za-z]/);
    expect(text).not.toMatch(/<bdi>[\d-]+T[\d:.]+Z/);
    const last = holder.token.endsWith("A") ? "E" : "A";
    const wrong = { ...holder, token: `${holder.token.slice(0, -1)}${last}` };
    const refusal = copyOwnData(deps, wrong, { form: "json", language: "en" });
    await expect(refusal).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes what somebody typed for text, whatever it looks like", async () => {
    const { db } = await openTestDatabase();
    const { asAdmin, leadId } = await buildAsked(db);
    const message = `</dd><script>alert("x")</script>&amp;`;
    await db.updateTable("submissions").set({ message }).where("leadId", "=", leadId).execute();
    const { text } = await asAdmin.retention.copy({ leadId, form: "html" });
    expect(text).not.toContain("<script");
    expect(text).toContain("&lt;/dd&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;");
    expect(text).not.toMatch(/(src|href)=/);
  });
});
