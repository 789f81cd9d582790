import { eraseIdentity } from "@studydesk/db/leads/erase-queries";
import { listLeadRecords } from "@studydesk/db/leads/lead-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { describe, expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { readChanges, refusalOf } from "../testing/build-desk";
import { buildReview } from "../testing/build-review";

const question = "Which stage does the letter of 2 November say?";

describeOnEveryEngine("the investigator's queue", (openTestDatabase) => {
  it("lists whom this person decides about, the longest waiting first, with how far they are", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asKim, lead, siteId, bo, deps } = await buildReview(db);
    const waits = { siteId, status: "investigator_review" as const };
    const since = (statusSince: string) => ({ statusSince, firstName: "Noor" });
    const first = await buildLead(db, { ...waits, ...since("2026-08-30T12:00:00.000Z") });
    const last = await buildLead(db, { ...waits, ...since("2026-09-01T12:00:01.000Z") });
    await buildLead(db, { siteId, status: "visit_scheduled" });
    await buildLead(db, { ...waits, erasedAt: "2026-09-01T12:00:00.000Z" });
    await buildLead(db, { ...waits, mergedIntoId: lead.id });
    const elsewhere = await buildSite(db);
    await buildLead(db, { ...waits, siteId: elsewhere.id });

    const { candidates, total } = await asInes.reviews.queue();
    expect(total).toBe(3);
    expect(candidates.map(({ leadId }) => leadId)).toEqual([first.id, lead.id, last.id]);
    expect(candidates[1]).toEqual({
      ...{ leadId: lead.id, firstName: "Amara", lastName: "Voss" },
      ...{ studyTitle: "A study of sleep", siteName: "Springfield General" },
      ...{ questions: 4, answered: 4, unknowns: 0, failed: 0 },
      ...{ waitingSince: "2026-09-01T12:00:00.000Z", answersQuestion: false, isOvertaken: false },
    });
    expect(await asInes.reviews.count()).toEqual({ count: 3 });
    // Whoever is an investigator nowhere has no queue, whatever else they are.
    const owner = buildCaller(deps, await buildPerson(db, { isOwner: true }));
    for (const caller of [asKim, buildCaller(deps, bo), owner]) {
      expect(await caller.reviews.queue()).toEqual({ candidates: [], total: 0 });
    }
  });

  it("takes a question back to the coordinator, and the answer back to the investigator, marked", async () => {
    const { db } = await openTestDatabase();
    const { deps, asInes, asKim, lead, onPage, send, answer, readLead } = await buildReview(db);
    const { reviewId } = await onPage();
    deps.clock.advance(60_000);
    const press = { leadId: lead.id, reviewId, question };
    await asInes.reviews.return(press);
    expect(await asInes.reviews.return(press)).toEqual({ reviewId });
    expect(await readLead()).toMatchObject({
      ...{ status: "pre_screening", followUpNote: question },
      followUpAt: "2026-09-01T12:01:00.000Z",
    });
    expect(await db.selectFrom("signatures").selectAll().execute()).toEqual([]);
    expect(await asKim.reviews.ofLead({ leadId: lead.id })).toMatchObject({
      reviews: [{ decision: "returned", words: question, signature: null }],
      signature: null,
    });
    // It is due now for the coordinator.
    expect((await asKim.leads.counts()).dueToday).toBe(1);
    expect(JSON.stringify((await readChanges(db)).audit)).not.toContain("November");

    await answer("I1", true, "cT3 N1, letter of 2 November");
    deps.clock.advance(60_000);
    await send("It says cT3 N1; the letter is in the file.");
    expect(await readLead()).toMatchObject({ followUpAt: null, followUpNote: null });
    expect((await asInes.reviews.queue()).candidates).toMatchObject([
      { leadId: lead.id, answersQuestion: true, waitingSince: "2026-09-01T12:02:00.000Z" },
    ]);
    const { page } = await asInes.reviews.candidate({ leadId: lead.id });
    expect(page.question).toEqual({
      ...{ words: question, askedAt: "2026-09-01T12:01:00.000Z", askedBy: "Dr Inés Hartwell" },
      reply: "It says cT3 N1; the letter is in the file.",
    });
    expect(page.decisions).toMatchObject([{ decision: "returned", signatureSha256: null }]);
    const kinds = (await readChanges(db)).activities.map(({ kind }) => kind);
    expect(kinds).toContain("question_answered");
  });
});

describe("a candidate's page", () => {
  it("is written down as opened, and holds only what an investigator judges by", async () => {
    const { db } = await openTestSqlite();
    const { asInes, lead } = await buildReview(db);
    const candidate = await asInes.reviews.candidate({ leadId: lead.id });
    expect(candidate).toMatchObject({ waitsFor: "review", whyNotEligible: null });
    expect(
      candidate.page.answers.map(({ label, answer, value }) => [label, answer, value]),
    ).toEqual([
      ["I1", "met", true],
      ["I2", "met", 61],
      ["E1", "absent", false],
      ["E2", "absent", "Never"],
    ]);
    expect(JSON.stringify(candidate)).not.toMatch(/@example\.org|555/);
    const opened = await db.selectFrom("audit").select("action").execute();
    expect(opened.filter(({ action }) => action === "lead.opened")).toHaveLength(1);
  });

  it("is nobody else's, and tells nobody else that there is one", async () => {
    const { db } = await openTestSqlite();
    const { deps, asKim, asBo, lead } = await buildReview(db);
    const elsewhere = await buildSite(db);
    const foreign = await buildPerson(db, { role: "investigator", siteId: elsewhere.id });
    const owner = await buildPerson(db, { isOwner: true });
    const read = (caller: typeof asKim) => refusalOf(caller.reviews.candidate({ leadId: lead.id }));
    for (const caller of [asKim, asBo])
      expect(await read(caller)).toMatchObject({ code: "forbidden" });
    for (const viewer of [foreign, owner]) {
      expect(await read(buildCaller(deps, viewer))).toMatchObject({ code: "not_found" });
    }
    const anonymous = buildCaller(deps, undefined).reviews;
    for (const call of [anonymous.queue(), anonymous.candidate({ leadId: lead.id })]) {
      expect(await refusalOf(call)).toMatchObject({ code: "unauthenticated" });
    }
  });

  it("says what was decided once nobody waits any more, and takes no further decision", async () => {
    const { db } = await openTestSqlite();
    const { asInes, asWen, lead, onPage, signEligible } = await buildReview(db);
    const { reviewId } = await onPage(asWen);
    await signEligible();
    const { waitsFor, reviews } = await asWen.reviews.candidate({ leadId: lead.id });
    expect({ waitsFor, reviews }).toMatchObject({
      waitsFor: null,
      reviews: [{ decision: "eligible", decidedByName: "Dr Inés Hartwell" }],
    });
    expect(
      await refusalOf(asWen.reviews.return({ leadId: lead.id, reviewId, question })),
    ).toMatchObject({ code: "conflict", reason: "not_waiting" });
    expect((await asInes.reviews.queue()).total).toBe(0);
  });
});

describe("what was signed", () => {
  it("is undone by nobody, also not by an investigator who is a coordinator, too", async () => {
    const { db } = await openTestSqlite();
    const { deps, ines, siteId, signEligible, readLead } = await buildReview(db);
    await signEligible();
    const both = { ...ines, roles: [...ines.roles, { siteId, role: "coordinator" as const }] };
    const changes = await db.selectFrom("leadChanges").selectAll().execute();
    const signed = changes.findLast(({ byUserId }) => byUserId === ines.userId);
    const undone = await buildCaller(deps, both).leads.undo({ changeId: signed?.id ?? 0 });
    expect(undone).toMatchObject({ isWhole: false });
    expect(undone.sentence).toContain("it was signed");
    expect((await readLead()).status).toBe("visit_scheduled");
  });

  it("can be decided on by who has the role now, not by who had it when the session began", async () => {
    const { db } = await openTestSqlite();
    const { asInes, ines, onPage } = await buildReview(db);
    const page = { ...(await onPage()), decision: "eligible" as const };
    await db.deleteFrom("siteRoles").where("userId", "=", ines.userId).execute();
    expect(await refusalOf(asInes.reviews.sign(page))).toMatchObject({ code: "not_found" });
    expect(await db.selectFrom("signatures").selectAll().execute()).toEqual([]);
  });

  it("leaves who signed and when after the person was erased, and not a word of what was said", async () => {
    const { db } = await openTestSqlite();
    const { asInes, asKim, lead, onPage, send, answer, criterion, readLead } =
      await buildReview(db);
    const { reviewId } = await onPage();
    await asInes.reviews.return({ leadId: lead.id, reviewId, question: "Cough at night?" });
    await answer("E2", "Every day", "A packet of Gauloises");
    await send("Her husband hears it");
    const page = await onPage();
    const criterionId = criterion("E2");
    const reason = "Smokes indoors";
    await asInes.reviews.sign({ ...page, decision: "not_eligible", criterionId, reason });
    const canaries = ["Cough at", "Gauloises", "Her husband", "Smokes indoors", "Amara"];
    for (const canary of canaries) expect(await readEverything(db)).toContain(canary);
    await inTransaction(db, async (trx) => {
      const [record] = await listLeadRecords(trx, [lead.siteId], [lead.id]);
      if (record) await eraseIdentity(trx, record, "2026-09-01T12:00:00.000Z");
    });
    for (const canary of canaries) expect(await readEverything(db)).not.toContain(canary);
    expect((await readLead()).erasedAt).not.toBeNull();
    const { reviews } = await asKim.reviews.ofLead({ leadId: lead.id });
    expect(reviews).toMatchObject([
      { decision: "returned", words: null },
      {
        ...{ decision: "not_eligible", words: null, label: "E2" },
        signature: { check: "erased", printedName: "Dr Inés Hartwell" },
      },
    ]);
  });
});
