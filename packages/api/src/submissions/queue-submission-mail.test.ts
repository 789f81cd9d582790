import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDeps } from "../testing/build-deps";
import { ana, buildForm, sender } from "../testing/build-form";
import { buildRecruitingStudy } from "../testing/build-recruiting-study";
import { mostCopiesPerDay, mostMailedPerDay } from "./queue-submission-mail";
import { receiveSubmission } from "./receive-submission";

describeOnEveryEngine("a visitor's message", (openTestDatabase) => {
  const build = async () => buildForm((await openTestDatabase()).db);

  it("tells the team without personal data, and only the site's coordinators and admins", async () => {
    const { db, site, coordinator, rows, send } = await build();
    const admin = await buildPerson(db, { role: "admin", siteId: site.id });
    await buildPerson(db, { role: "investigator", siteId: site.id });
    const elsewhere = await buildSite(db, { name: "Elsewhere" });
    await buildPerson(db, { role: "coordinator", siteId: elsewhere.id });
    await send({ first_name: "Zebulon", last_name: "Quux", email: "zeb@example.com" });
    const alerts = (await rows.outbox()).filter(({ kind }) => kind === "new_lead_alert");
    expect(alerts.map(({ toAddress }) => toAddress).toSorted()).toEqual(
      [admin.email, coordinator.email].toSorted(),
    );
    const outward = JSON.stringify([
      alerts.map(({ subject, textBody, htmlBody }) => [subject, textBody, htmlBody]),
      await rows.audit(),
      await rows.events(),
    ]);
    for (const personal of ["Zebulon", "Quux", "zeb@", "5550143", "555-0143", "station"]) {
      expect(outward.toLowerCase()).not.toContain(personal.toLowerCase());
    }
  });

  it("reaches the owner when a site has no team yet", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const site = await buildSite(db);
    const owner = await buildPerson(db, { isOwner: true });
    const { nctId } = await buildRecruitingStudy(deps, { siteIds: [site.id] });
    await receiveSubmission(deps, sender, { nctId, body: ana });
    const mails = await db.selectFrom("outbox").selectAll().orderBy("id").execute();
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([ana.email, owner.email]);
  });

  it("is copied to the person in the language of the page, and told to the team in English", async () => {
    const { study, rows, send } = await build();
    await send({}, { language: "ar" });
    const [copy, alert] = await rows.outbox();
    expect(copy?.htmlBody).toContain('<html lang="ar" dir="rtl">');
    expect(copy?.textBody).toContain(`/ar/studies/${study.nctId}`);
    expect(copy?.textBody).toContain("الإسبانية");
    expect(alert?.htmlBody).toContain('<html lang="en" dir="ltr">');
  });

  it("is kept without further mail past the day's number", async () => {
    const { rows, send } = await build();
    for (let n = 0; n < mostMailedPerDay + 2; n += 1) await send();
    expect(await rows.submissions()).toHaveLength(mostMailedPerDay + 2);
    expect(await rows.outbox()).toHaveLength(mostMailedPerDay * 2);
  });

  it("is kept and told to the team past what an address gets in a day for all studies", async () => {
    const { deps, site, coordinator, rows } = await build();
    for (const [at, nctId] of ["NCT99000101", "NCT99000102", "NCT99000103"].entries()) {
      await buildRecruitingStudy(deps, { nctId, siteIds: [site.id] });
      for (let n = 0; n < mostMailedPerDay; n += 1) {
        const from = { ...sender, network: `192.0.2.${at}` };
        await receiveSubmission(deps, from, { nctId, body: { ...ana, email: "Ana@Example.org" } });
      }
    }
    const to = (await rows.outbox()).map(({ toAddress }) => toAddress);
    expect(to.filter((address) => address === "Ana@Example.org")).toHaveLength(mostCopiesPerDay);
    expect(to.filter((address) => address === coordinator.email)).toHaveLength(15);
    expect(await rows.submissions()).toHaveLength(15);
  });
});
