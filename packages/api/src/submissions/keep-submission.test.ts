import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import type { Deps } from "../deps";
import { readLeadView } from "../leads/lead-view";
import { getLead } from "../leads/save-lead";
import { buildForm } from "../testing/build-form";
import { buildRecruitingStudy } from "../testing/build-recruiting-study";
import { solveFormChallenge } from "../testing/solve-form-challenge";
import { submissionLimit, unprovenLimit } from "./receive-submission";

const request_key = "2181326b4e2d7a1eef88448f4542f967";

describeOnEveryEngine("one press of the button", (openTestDatabase) => {
  const build = async (overrides: Partial<Deps> = {}) =>
    buildForm((await openTestDatabase()).db, overrides);

  it("is one message and one mail, however often and at once it arrives", async () => {
    const { rows, send } = await build();
    const first = await send({ request_key });
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => send({ request_key })));
    expect(all).toEqual(all.map(() => first));
    expect(await rows.leads()).toHaveLength(1);
    expect(await rows.submissions()).toMatchObject([{ requestKey: expect.any(String) }]);
    expect((await rows.outbox()).map(({ kind }) => kind)).toEqual([
      "message_copy",
      "new_lead_alert",
    ]);
    expect((await rows.audit()).filter(({ action }) => action.startsWith("lead."))).toHaveLength(1);
  });

  it("is one message also when all arrive at the same moment", async () => {
    const { rows, send } = await build();
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(() => send({ request_key })));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await rows.submissions()).toHaveLength(1);
    expect((await rows.outbox()).filter(({ kind }) => kind === "message_copy")).toHaveLength(1);
  });

  it("is nobody else's: another person's message under its key is kept, and learns nothing of it", async () => {
    const { rows, send } = await build();
    const emails = ["a@example.org", "b@example.org", "c@example.org"];
    const outcomes = await Promise.all(emails.map((email) => send({ email, request_key })));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["received", "received", "received"]);
    expect((await rows.leads()).map(({ email }) => email).sort()).toEqual(emails);
    await send({ email: "a@example.org", message: "Something else, too.", request_key });
    expect(await rows.submissions()).toHaveLength(4);
    expect(JSON.stringify(await rows.submissions())).not.toContain(request_key);
  });

  it("is answered as received although the study stopped in between", async () => {
    const { db, rows, send } = await build();
    await send({ request_key });
    await db.updateTable("studySites").set({ recruiting: "paused" }).execute();
    expect(await send({ request_key })).toMatchObject({ outcome: "received" });
    expect(await send({ request_key: `${request_key}0` })).toMatchObject({
      outcome: "not_recruiting",
    });
    expect(await rows.submissions()).toHaveLength(1);
  });

  it("counts for itself where no key, or none of ours, comes with it", async () => {
    const { rows, send } = await build();
    for (const key of ["", "short", "x".repeat(65), "'; drop table leads; --------"]) {
      await send({ request_key: key });
    }
    const kept = await rows.submissions();
    expect(kept.map(({ requestKey }) => requestKey)).toEqual([null, null, null, null]);
    expect(await rows.leads()).toHaveLength(1);
  });
});

describeOnEveryEngine("the browser's check of a message", (openTestDatabase) => {
  const build = async () => buildForm((await openTestDatabase()).db);

  it("marks a message without it, and refuses none", async () => {
    const { deps, rows, send } = await build();
    await send({ email: "none@example.org" });
    await send({ email: "bad@example.org", proof: "{}" });
    const proof = await solveFormChallenge(deps);
    await send({ email: "solved@example.org", proof });
    await send({ email: "again@example.org", proof });
    const marks = ["none", "bad", "solved", "bad"];
    expect((await rows.leads()).map((lead) => lead.proof)).toEqual(marks);
    expect((await rows.submissions()).map((submission) => submission.proof)).toEqual(marks);
  });

  it("stands on the lead once one of its messages has it", async () => {
    const { deps, rows, send } = await build();
    await send();
    await send({ proof: await solveFormChallenge(deps) });
    await send({ proof: "nonsense" });
    expect((await rows.leads()).map(({ proof }) => proof)).toEqual(["solved"]);
    expect((await rows.submissions()).map(({ proof }) => proof)).toEqual(["none", "solved", "bad"]);
  });

  it("lets more messages come from one network", async () => {
    const { deps, rows, send } = await build();
    for (let n = 0; n < unprovenLimit.most; n += 1) await send({ email: `a${n}@example.org` });
    expect(await send({ email: "late@example.org" })).toMatchObject({ outcome: "too_many" });
    const proof = await solveFormChallenge(deps);
    expect(await send({ email: "late@example.org", proof })).toMatchObject({
      outcome: "received",
    });
    expect(submissionLimit.most).toBeGreaterThan(unprovenLimit.most);
    expect(await rows.leads()).toHaveLength(unprovenLimit.most + 1);
  });

  it("is good for the next try after a form that came back", async () => {
    const { deps, rows, send } = await build();
    const proof = await solveFormChallenge(deps);
    expect(await send({ proof, email: "nonsense" })).toMatchObject({ outcome: "refused" });
    await send({ proof });
    expect(await rows.leads()).toMatchObject([{ proof: "solved" }]);
  });
});

describeOnEveryEngine("a year of birth", (openTestDatabase) => {
  const build = async () => buildForm((await openTestDatabase()).db);

  it("outside the study's ages is told other studies, and nothing is kept", async () => {
    const { deps, site, rows, send } = await build();
    const siteIds = [site.id];
    const fits = { nctId: "NCT99000021", title: "A study of sleep in school", siteIds };
    await buildRecruitingStudy(deps, { ...fits, minimumAge: "6 Years", maximumAge: "15 Years" });
    await buildRecruitingStudy(deps, { nctId: "NCT99000022", siteIds, minimumAge: "40 Years" });
    await buildRecruitingStudy(deps, { nctId: "NCT99000023", minimumAge: "6 Years" });
    const outcome = await send({ birth_year: "2016", consent: "" });
    expect(outcome).toMatchObject({
      outcome: "outside_ages",
      typed: { first_name: "Ana", birth_year: "2016" },
      others: [{ nctId: fits.nctId, title: fits.title }],
    });
    for (const table of ["leads", "submissions", "outbox", "limits"] as const) {
      expect(await rows[table](), table).toEqual([]);
    }
    expect(JSON.stringify(await rows.audit())).not.toMatch(/\b2016\b/);
  });

  it("outside them may write all the same, and the desk sees it", async () => {
    const { db, deps, coordinator, rows, send } = await build();
    const asked = { birth_year: "2016", all_the_same: "yes" };
    expect(await send({ ...asked, consent: "" })).toMatchObject({
      outcome: "refused",
      typed: { allTheSame: true },
    });
    expect(await send(asked)).toMatchObject({ outcome: "received" });
    const [lead] = await rows.leads();
    expect(lead).toMatchObject({ birthYear: 2016 });
    expect(await rows.submissions()).toMatchObject([{ birthYear: 2016 }]);
    const record = await getLead(db, coordinator, lead?.id ?? 0);
    const view = await readLeadView(db, coordinator, record, deps.now());
    expect(view).toMatchObject({ birthYear: 2016, isOutsideAges: true });
    const elsewhere = [...(await rows.audit()), ...(await rows.outbox())];
    expect(JSON.stringify(elsewhere)).not.toMatch(/\b2016\b/);
  });

  it("that fits is kept, and a later message does not take it away", async () => {
    const { rows, send } = await build();
    await send({ birth_year: "١٩٦٨" });
    await send({ birth_year: "" });
    expect(await rows.leads()).toMatchObject([{ birthYear: 1968 }]);
    expect((await rows.submissions()).map(({ birthYear }) => birthYear)).toEqual([1968, null]);
  });

  it("is a fault of the form when it is none", async () => {
    const { rows, send } = await build();
    expect(await send({ birth_year: "sixty" })).toMatchObject({
      outcome: "refused",
      problems: { birth_year: "not_a_year" },
    });
    expect(await rows.leads()).toEqual([]);
  });
});

describeOnEveryEngine("the language of the page", (openTestDatabase) => {
  it("is kept with each message, and the lead has the last one", async () => {
    const { rows, send } = await buildForm((await openTestDatabase()).db);
    await send({}, { language: "ar" });
    await send({}, { language: "zh" });
    expect((await rows.submissions()).map(({ pageLanguage }) => pageLanguage)).toEqual([
      "ar",
      "zh",
    ]);
    expect(await rows.leads()).toMatchObject([{ pageLanguage: "zh" }]);
  });
});
