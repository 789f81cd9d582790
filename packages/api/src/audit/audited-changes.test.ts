import { keepPair } from "@studydesk/db/duplicates/pair-queries";
import { eraseIdentity } from "@studydesk/db/leads/erase-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { expect, it } from "vitest";
import { getLead } from "../leads/save-lead";
import { buildCaller } from "../testing/build-caller";
import { buildDesk } from "../testing/build-desk";

describeOnEveryEngine("what the audit trail says of changed facts", (openTestDatabase) => {
  it("tells from and to apart without holding either, and erasure takes the salt", async () => {
    const { db } = await openTestDatabase();
    const { asKim, lead, kim, deps } = await buildDesk(db);
    const edit = async (from: string, to: string) =>
      asKim.edit({ leadId: lead.id, fields: { email: { from, to } } });
    await edit("amara.voss@example.org", "canary@example.org");
    await edit("canary@example.org", "amara.voss@example.org");
    const read = async () => {
      const rows = await db
        .selectFrom("audit")
        .select("details")
        .where("action", "=", "lead.fields_changed")
        .orderBy("sequence")
        .execute();
      return rows.map(({ details }) => JSON.parse(details));
    };
    const [there, back] = await read();
    expect(there["email.from"]).toMatch(/^[0-9a-f]{32}$/);
    expect([there["email.from"], there["email.to"]]).toEqual([
      back["email.to"],
      back["email.from"],
    ]);
    expect(there["email.from"]).not.toBe(there["email.to"]);
    expect(JSON.stringify(await read())).not.toContain("canary");
    expect(await db.selectFrom("auditSalts").select("leadId").execute()).toEqual([
      { leadId: lead.id },
    ]);
    const { salt } = await db.selectFrom("auditSalts").select("salt").executeTakeFirstOrThrow();
    await inTransaction(db, async (trx) =>
      eraseIdentity(trx, await getLead(trx, kim, lead.id), deps.now().toISOString()),
    );
    expect(await readEverything(db)).not.toContain(salt);
    expect(await read()).toEqual([there, back]);
  });

  it("says a closed word as it is", async () => {
    const { db } = await openTestDatabase();
    const { asKim, lead } = await buildDesk(db);
    await asKim.edit({
      leadId: lead.id,
      fields: { source: { from: "study_page", to: "referral" } },
    });
    const row = await db
      .selectFrom("audit")
      .select("details")
      .where("action", "=", "lead.fields_changed")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.details)).toEqual({
      ...{ fields: "source", "source.from": "study_page", "source.to": "referral" },
    });
    expect(await db.selectFrom("auditSalts").selectAll().execute()).toEqual([]);
  });

  it("writes a row for whoever opens a lead, and none for a list, its counts or a search", async () => {
    const { db } = await openTestDatabase();
    const { deps, siteId, lead } = await buildDesk(db);
    const reader = await buildPerson(db, { role: "investigator", siteId });
    const { leads } = buildCaller(deps, reader);
    const actions = async () =>
      (await db.selectFrom("audit").select(["action", "actorId", "subjectId"]).execute()).filter(
        ({ actorId }) => actorId === reader.userId,
      );
    await leads.list({ filters: {} });
    await leads.counts();
    await leads.find({ text: "voss" });
    expect(await actions()).toEqual([]);
    await leads.get({ leadId: lead.id });
    await leads.get({ leadId: lead.id });
    await leads.timeline({ leadId: lead.id });
    expect(await actions()).toMatchObject([{ action: "lead.opened", subjectId: String(lead.id) }]);
  });

  it("counts the timeline alone, and two leads side by side, as opening them", async () => {
    const { db } = await openTestDatabase();
    const { deps, siteId, lead, kim, bo } = await buildDesk(db);
    const { id: otherId } = await buildLead(db, { siteId, studyId: lead.studyId });
    const pair = { leadA: lead.id, leadB: otherId };
    const found = { ...pair, siteId, strength: 3, reasons: ["same_email" as const] };
    await inTransaction(db, (trx) => keepPair(trx, found, deps.now().toISOString()));
    await buildCaller(deps, bo).leads.timeline({ leadId: lead.id });
    await buildCaller(deps, kim).duplicates.compare(pair);
    const rows = await db
      .selectFrom("audit")
      .select(["action", "actorId", "subjectId"])
      .orderBy("sequence")
      .execute();
    const opened = { action: "lead.opened" };
    expect(rows).toEqual([
      { ...opened, actorId: bo.userId, subjectId: String(lead.id) },
      { ...opened, actorId: kim.userId, subjectId: String(lead.id) },
      { ...opened, actorId: kim.userId, subjectId: String(otherId) },
    ]);
  });
});
