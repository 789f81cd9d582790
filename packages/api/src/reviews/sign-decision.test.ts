import type { Db } from "@studydesk/db/open-database";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { describe, expect, it } from "vitest";
import { verifyDatabase } from "../audit/verify-database";
import { readChanges, refusalOf } from "../testing/build-desk";
import { buildReview, signingPassword } from "../testing/build-review";
import { buildVersion } from "../testing/build-screening";

const readSignatures = (db: Db) => db.selectFrom("signatures").selectAll().orderBy("id").execute();
const readMails = (db: Db) =>
  db.selectFrom("outbox").selectAll().where("kind", "=", "signing_locked").execute();

describeOnEveryEngine("signing a decision", (openTestDatabase) => {
  it("binds name, time, zone and meaning to exactly what was on the page, and moves the lead on", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asKim, lead, ines, signEligible, readLead, answer } = await buildReview(db);
    const { sha256 } = await signEligible();
    expect(await readLead()).toMatchObject({
      status: "visit_scheduled",
      followUpAt: "2026-09-01T12:00:00.000Z",
      followUpNote: "Arrange the screening visit",
      eligibleAt: "2026-09-01T12:00:00.000Z",
    });
    const [signature, ...others] = await readSignatures(db);
    expect(others).toEqual([]);
    expect(signature).toMatchObject({
      signerId: ines.userId,
      printedName: "Dr Inés Hartwell",
      signedAt: "2026-09-01T12:00:00.000Z",
      timeZone: "America/Chicago",
      meaning:
        "I sign as Investigator that I reviewed all 4 answers, criteria version 1, and judge this person eligible for a screening visit.",
      sha256,
    });
    const content = JSON.parse(signature?.content ?? "");
    expect(content.page).toMatchObject({ firstName: "Amara", criteriaVersion: 1 });
    expect(content.page.answers).toHaveLength(4);

    const { signature: current, reviews } = await asKim.reviews.ofLead({ leadId: lead.id });
    expect(current).toMatchObject({ state: "stands", versionNumber: 1, changes: [] });
    expect(reviews).toMatchObject([
      { decision: "eligible", signature: { check: "matches", sha256 } },
    ]);
    expect((await asInes.reviews.queue()).candidates).toEqual([]);

    const { activities, audit } = await readChanges(db);
    expect(activities.map(({ kind }) => kind)).toContain("reviewed");
    const signed = audit.find(({ action }) => action === "lead.review_signed");
    expect(JSON.parse(signed?.details ?? "")).toMatchObject({ signatureSha256: sha256 });
    expect(JSON.stringify(audit)).not.toMatch(/Amara|Voss|Hartwell/);

    // Somebody who writes past the program is found out.
    await verifyDatabase(db);
    await db.updateTable("signatures").set({ content: "{}" }).execute();
    await expect(verifyDatabase(db)).rejects.toMatchObject({ problem: "review_signature" });
    expect((await asKim.reviews.ofLead({ leadId: lead.id })).reviews).toMatchObject([
      { signature: { check: "altered" } },
    ]);
    expect(await answer("I1", true, "Said so")).toMatchObject({ saved: true });
  });

  it("asks for a new one once an answer changed, says which, and lets the investigator sign again", async () => {
    const { db } = await openTestDatabase();
    const { deps, asInes, asKim, lead, signEligible, answer, readLead } = await buildReview(db);
    await signEligible();
    const { version } = await readLead();
    deps.clock.advance(3_600_000);
    await answer("I2", 62, "It was her birthday");
    const { signature } = await asKim.reviews.ofLead({ leadId: lead.id });
    expect(signature).toMatchObject({
      state: "overtaken",
      changes: [{ label: "I2", from: "Met (61)", to: "Met (62), “It was her birthday”" }],
    });
    const view = await asKim.leads.get({ leadId: lead.id });
    expect(view.signature).toBe("overtaken");
    expect((await asInes.reviews.queue()).candidates).toMatchObject([
      { leadId: lead.id, isOvertaken: true, waitingSince: "2026-09-01T13:00:00.000Z" },
    ]);
    expect(await asInes.reviews.candidate({ leadId: lead.id })).toMatchObject({
      waitsFor: "new_signature",
      signature: { state: "overtaken" },
    });
    await signEligible();
    expect(await readSignatures(db)).toHaveLength(2);
    expect(await asKim.leads.get({ leadId: lead.id })).toMatchObject({
      status: "visit_scheduled",
      signature: "stands",
    });
    expect((await readLead()).version).toBeGreaterThan(version);
    expect((await asInes.reviews.queue()).total).toBe(0);
  });

  it("names the criterion and the reason of somebody who is not eligible, also under an earlier signature", async () => {
    const { db } = await openTestDatabase();
    const desk = await buildReview(db);
    const { asInes, signEligible, answer, onPage, readLead, criterion } = desk;
    await signEligible();
    await answer("E2", "Every day");
    const page = await onPage();
    expect(await refusalOf(asInes.reviews.sign({ ...page, decision: "eligible" }))).toEqual({
      code: "rule_broken",
      reason: "criterion_fails",
    });
    const reason = "Smokes again since the summer";
    const criterionId = criterion("E2");
    await asInes.reviews.sign({ ...page, decision: "not_eligible", criterionId, reason });
    expect(await readLead()).toMatchObject({
      ...{ status: "pre_screen_failure", criterionId, followUpAt: null },
      decidedAt: "2026-09-01T12:00:00.000Z",
    });
    const signatures = await readSignatures(db);
    expect(signatures.at(-1)?.meaning).toContain("not eligible because of E2.");
    expect(signatures.at(-1)?.meaning).not.toContain("Smokes");
    expect(await db.selectFrom("screenings").select("signedSha256").execute()).toEqual([
      { signedSha256: null },
    ]);
    expect(JSON.stringify((await readChanges(db)).audit)).not.toContain("Smokes");
  });

  it("is given once when the button is pressed twice, at once or one after the other", async () => {
    const { db } = await openTestDatabase();
    const { asInes, onPage } = await buildReview(db);
    const press = { ...(await onPage()), decision: "eligible" as const };
    const [one, two] = await Promise.all([asInes.reviews.sign(press), asInes.reviews.sign(press)]);
    expect(two).toEqual(one);
    expect(await asInes.reviews.sign(press)).toEqual(one);
    expect(await readSignatures(db)).toHaveLength(1);
    // The same page does not carry another decision.
    const other = { ...press, decision: "not_eligible" as const, criterionId: 1, reason: "No" };
    expect(await refusalOf(asInes.reviews.sign(other))).toMatchObject({ code: "conflict" });
  });

  it("is one investigator's where two press at once, and the other learns whose", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asWen, onPage } = await buildReview(db);
    const results = await Promise.allSettled([
      asInes.reviews.sign({ ...(await onPage(asInes)), decision: "eligible" }),
      asWen.reviews.sign({ ...(await onPage(asWen)), decision: "eligible" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(String(refused?.reason)).toMatch(/Dr (Inés Hartwell|Wen Castellan) decided/);
    expect(await readSignatures(db)).toHaveLength(1);
  });

  it("is refused on a page that changed meanwhile, and on one whose criteria did", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asKim, lead, onPage, answer, readLead } = await buildReview(db);
    const before = { ...(await onPage()), decision: "eligible" as const };
    await answer("I1", true, "Sleeps three hours a night");
    const stale = { code: "conflict", reason: "page_changed" };
    expect(await refusalOf(asInes.reviews.sign(before))).toEqual(stale);
    const again = { ...(await onPage()), decision: "eligible" as const };
    const { version: expectedVersion } = await readLead();
    await asKim.leads.logContact({
      ...{ leadId: lead.id, channel: "phone", outcome: "reached", note: "Has more questions" },
      expectedVersion,
    });
    expect(await refusalOf(asInes.reviews.sign(again))).toEqual(stale);
    const last = { ...(await onPage()), decision: "eligible" as const };
    const { id } = await buildVersion(db, lead.studyId, 2, [{ label: "I1", kind: "inclusion" }]);
    await db.updateTable("screenings").set({ criteriaVersionId: id, answered: 0 }).execute();
    expect(await refusalOf(asInes.reviews.sign(last))).toEqual(stale);
    expect(
      await refusalOf(asInes.reviews.sign({ ...(await onPage()), decision: "eligible" })),
    ).toEqual({ code: "rule_broken", reason: "needs_every_answer" });
    expect(await readSignatures(db)).toEqual([]);
    expect((await readLead()).status).toBe("investigator_review");
  });

  it("is refused where the person was erased, took the consent back, or the candidate was taken back", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asKim, lead, onPage, readLead } = await buildReview(db);
    const page = { ...(await onPage()), decision: "eligible" as const };
    const { version: expectedVersion } = await readLead();
    const back = { leadId: lead.id, to: "pre_screening" as const, expectedVersion };
    await asKim.leads.changeStatus(back);
    expect(await refusalOf(asInes.reviews.sign(page))).toMatchObject({ reason: "not_waiting" });
    await db.updateTable("leads").set({ status: "investigator_review" }).execute();
    await db.updateTable("consents").set({ withdrawnAt: "2026-09-01T11:00:00.000Z" }).execute();
    expect(await refusalOf(asInes.reviews.sign(page))).toMatchObject({
      reason: "consent_withdrawn",
    });
    await db.updateTable("leads").set({ erasedAt: "2026-09-01T11:00:00.000Z" }).execute();
    expect(await refusalOf(asInes.reviews.sign(page))).toMatchObject({ reason: "erased" });
    expect((await asInes.reviews.queue()).candidates).toEqual([]);
    expect(await readSignatures(db)).toEqual([]);
  });

  it("looks at three wrong passwords at most, when many are tried at once", async () => {
    const { db } = await openTestDatabase();
    const { asInes, onPage } = await buildReview(db);
    const page = { ...(await onPage()), decision: "eligible" as const };
    const tries = Array.from({ length: 8 }, (_, n) =>
      refusalOf(asInes.reviews.sign({ ...page, proof: { password: `guess ${n}` } })),
    );
    const reasons = (await Promise.all(tries)).map((refusal) => JSON.stringify(refusal));
    expect(reasons.filter((reason) => reason.includes("wrong_password")).length).toBeLessThan(3);
    const audit = await db.selectFrom("audit").select("action").execute();
    expect(audit.filter(({ action }) => action === "person.signing_refused")).toHaveLength(3);
    expect(await readMails(db)).toHaveLength(1);
  });
});

describe("the password under a signature", () => {
  it("locks signing when it was wrong three times, tells the person, and opens again later", async () => {
    const { db } = await openTestSqlite();
    const { deps, asInes, asWen, ines, onPage, readLead } = await buildReview(db);
    const page = { ...(await onPage()), decision: "eligible" as const };
    const sign = (password: string) => asInes.reviews.sign({ ...page, proof: { password } });
    for (const triesLeft of [2, 1]) {
      expect(await refusalOf(sign("wrong"))).toEqual({
        ...{ code: "invalid", reason: "wrong_password", details: { triesLeft } },
      });
    }
    expect(await readMails(db)).toEqual([]);
    const locked = {
      ...{ code: "rate_limited", reason: "signing_locked" },
      details: { until: "2026-09-01T12:30:00.000Z" },
    };
    expect(await refusalOf(sign("wrong"))).toEqual(locked);
    // Not even the right one is looked at, and everybody else signs as before.
    expect(await refusalOf(sign(signingPassword))).toEqual(locked);
    expect((await asInes.reviews.candidate({ leadId: page.leadId })).lockedUntil).toBe(
      "2026-09-01T12:30:00.000Z",
    );
    expect((await asWen.reviews.candidate({ leadId: page.leadId })).lockedUntil).toBeNull();
    const [mail, ...others] = await readMails(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ toAddress: ines.email, leadId: null });
    expect(mail?.textBody).toContain("until 1 Sept 2026, 07:30 (UTC-5)");
    expect(JSON.stringify(mail)).not.toMatch(/Amara|Voss|Inés/);
    const audit = await db.selectFrom("audit").select(["action", "details"]).execute();
    const actions = audit.map(({ action }) => action);
    expect(actions.filter((action) => action === "person.signing_refused")).toHaveLength(3);
    expect(actions.filter((action) => action === "person.signing_locked")).toHaveLength(1);
    expect((await readLead()).status).toBe("investigator_review");

    deps.clock.advance(30 * 60_000);
    await sign(signingPassword);
    expect(await readSignatures(db)).toMatchObject([{ signedAt: "2026-09-01T12:30:00.000Z" }]);
  });

  it("may be wrong nine times a day at most, however long somebody waits between", async () => {
    const { db } = await openTestSqlite();
    const { deps, asInes, onPage } = await buildReview(db);
    const page = { ...(await onPage()), decision: "eligible" as const };
    const sign = (password: string) => asInes.reviews.sign({ ...page, proof: { password } });
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 3; n += 1) await refusalOf(sign("wrong"));
      deps.clock.advance(31 * 60_000);
    }
    expect(await refusalOf(sign(signingPassword))).toMatchObject({ reason: "signing_locked" });
    expect(await readMails(db)).toHaveLength(3);
    deps.clock.advance(24 * 3_600_000);
    await sign(signingPassword);
  });

  it("is not asked of whoever may not sign at all", async () => {
    const { db } = await openTestSqlite();
    const { asKim, asBo, onPage } = await buildReview(db);
    const page = { ...(await onPage()), decision: "eligible" as const };
    for (const caller of [asKim, asBo]) {
      expect(await refusalOf(caller.reviews.sign(page))).toMatchObject({ code: "forbidden" });
    }
    expect(
      await db.selectFrom("limits").select("key").where("key", "like", "signing%").execute(),
    ).toEqual([]);
  });
});
