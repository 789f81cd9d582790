import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildAlerts } from "../testing/build-alerts";
import { changeAlert, endAllAlerts } from "./alert-preferences";
import { queueAlerts } from "./queue-alerts";
import { readOpenStudies } from "./read-open-studies";

const day = 86_400_000;

describeOnEveryEngine("study alerts", (openTestDatabase) => {
  async function build() {
    const alerts = await buildAlerts((await openTestDatabase()).db);
    const { deps, mails } = alerts;
    /** One more round; the alerts that it made. */
    async function round() {
      const before = (await mails()).length;
      const queued = await queueAlerts(deps);
      const made = (await mails()).slice(before);
      expect(made).toHaveLength(queued);
      return made;
    }
    return { ...alerts, round };
  }

  it("tell of a study that opens, in the reader's language, with the way to end them", async () => {
    const { subscribe, buildOpenable, round } = await build();
    const study = await buildOpenable();
    await subscribe({ condition: "sleep", place: "Chicago", radius: "25" }, "es");
    expect(await round()).toEqual([]);
    await study.open();
    const [mail, ...others] = await round();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      kind: "study_alert",
      toAddress: "ana@example.org",
      siteId: null,
      subject: "Un estudio que corresponde a su aviso",
    });
    expect(mail?.textBody).toContain(`https://desk.example.org/es/studies/${study.nctId}`);
    expect(mail?.textBody).toContain("a unos 1 km de Chicago, IL");
    expect(mail?.unsubscribeUrl).toMatch(
      /^https:\/\/desk\.example\.org\/es\/alerts\/unsubscribe\//,
    );
    expect(mail?.textBody).toContain(mail?.unsubscribeUrl);
    expect(await round()).toEqual([]);
  });

  it("find a study by the words of any language that it is worded in, and name it in the reader's", async () => {
    const { db, deps, subscribe, buildOpenable, round } = await build();
    const { userId } = await buildPerson(db);
    const study = await buildOpenable();
    const words = { studyId: study.studyId, label: null, source: "", sourceSha256: "" };
    const written = { updatedAt: deps.now().toISOString(), updatedBy: userId };
    for (const [field, text] of [
      ["title", "Un estudio de paseos matinales"],
      ["conditions", "Mal dormir\nInsomnio crónico"],
    ] as const) {
      await db
        .insertInto("studyTexts")
        .values({ ...words, ...written, language: "es", field, text })
        .execute();
    }
    await subscribe({ email: "eva@example.org", condition: "insomnio" }, "es");
    await subscribe({ email: "li@example.org", condition: "insomnio" }, "zh");
    await subscribe({ email: "bo@example.org", condition: "dormir cronico" }, "es");
    await study.open();
    const told = await round();
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([
      "eva@example.org",
      "li@example.org",
    ]);
    const [es, zh] = ["/es/", "/zh/"].map((path) =>
      told.find(({ textBody }) => textBody.includes(path)),
    );
    expect(es?.textBody).toContain("\nUn estudio de paseos matinales\n");
    expect(zh?.textBody).toContain("\nA study of morning walks\n");
  });

  it("tell nothing to the unconfirmed, to those elsewhere, of other conditions, or from before the yes", async () => {
    const { deps, signUp, subscribe, buildOpenable, round } = await build();
    const early = await buildOpenable({ nctId: "NCT99000005" });
    await early.open();
    await signUp({ email: "pending@example.org" });
    await subscribe({ email: "far@example.org", place: "Milwaukee", radius: "100" });
    await subscribe({ email: "other@example.org", condition: "Asthma" });
    await subscribe({ email: "near@example.org", place: "Milwaukee", radius: "250" });
    deps.clock.advance(day);
    const study = await buildOpenable({ nctId: "NCT99000006" });
    await study.open();
    const told = await round();
    expect(told.map(({ toAddress }) => toAddress)).toEqual(["near@example.org"]);
    expect(told[0]?.textBody).not.toContain(early.nctId);
    expect(told[0]?.textBody).toContain("about 130 km (80 miles) from Milwaukee");
  });

  it("write one mail a week to an address, with all that opened for all its wishes", async () => {
    const { deps, subscribe, buildOpenable, round } = await build();
    await subscribe({ condition: "Poor sleep" }, "es");
    await subscribe({ condition: "walks" });
    const studies = [];
    for (const n of [1, 2, 3, 4]) {
      studies.push(
        await buildOpenable({ nctId: `NCT9900002${n}`, city: n > 2 ? "Boston" : "Chicago" }),
      );
    }
    const [a, b, c, d] = studies;
    await a?.open();
    const [first] = await round();
    // In the language of the newest wish that it fits; a study of both wishes stands once.
    expect(first?.subject).toBe("A study that fits your alert");
    expect(first?.textBody.split(a?.nctId ?? "")).toHaveLength(2);
    expect(first?.textBody.match(/Change or stop it/g)).toHaveLength(2);

    deps.clock.advance(day);
    await b?.open();
    await c?.open();
    await c?.pause();
    await c?.open();
    await d?.open();
    await d?.pause();
    deps.clock.advance(5 * day);
    expect(await round()).toEqual([]);
    deps.clock.advance(day);
    const [second, ...others] = await round();
    expect(others).toEqual([]);
    expect(second?.subject).toBe("2 studies that fit your alerts");
    for (const [study, times] of [
      [a, 0],
      [b, 1],
      [c, 1],
      [d, 0],
    ] as const) {
      expect(second?.textBody.split(study?.nctId ?? "")).toHaveLength(times + 1);
    }
    deps.clock.advance(30 * day);
    expect(await round()).toEqual([]);
    await d?.open();
    expect(await round()).toHaveLength(1);
  });

  it("send nothing after the end, however the address was written", async () => {
    const { deps, subscribe, buildOpenable, round, lastLink } = await build();
    await subscribe({ email: "Ana@Example.org" });
    const study = await buildOpenable();
    await study.open();
    expect(await round()).toHaveLength(1);
    await endAllAlerts(deps, await lastLink("unsubscribe/"));
    deps.clock.advance(30 * day);
    await study.pause();
    await study.open();
    expect(await round()).toEqual([]);
    await subscribe({ email: "ana@example.org" });
    await study.pause();
    await study.open();
    expect((await round()).map(({ toAddress }) => toAddress)).toEqual(["ana@example.org"]);
  });

  it("follow a changed wish from the next opening on", async () => {
    const { deps, subscribe, buildOpenable, round } = await build();
    const confirmed = await subscribe({ condition: "Asthma" });
    const token = confirmed?.preferencesPath.replace("/alerts/", "") ?? "";
    await changeAlert(deps, token, { condition: "sleep" });
    const study = await buildOpenable();
    await study.open();
    expect(await round()).toHaveLength(1);
  });

  it("are queued once when two processes look at the same time", async () => {
    const { deps, subscribe, buildOpenable, mails } = await build();
    for (let n = 0; n < 60; n += 1) {
      await subscribe({ email: `person${n}@example.org` });
      deps.clock.advance(day / 12);
    }
    const study = await buildOpenable();
    await study.open();
    const queued = await Promise.all([1, 2, 3].map(() => queueAlerts(deps)));
    expect(queued.reduce((sum, n) => sum + n, 0)).toBe(60);
    const told = (await mails()).filter(({ kind }) => kind === "study_alert");
    expect(new Set(told.map(({ toAddress }) => toAddress)).size).toBe(60);
  });

  it("leave out what a new reader can see at once: the page shows what is open now", async () => {
    const { deps, buildOpenable } = await build();
    const near = await buildOpenable({ nctId: "NCT99000031" });
    const far = await buildOpenable({ nctId: "NCT99000032", city: "Boston" });
    const shut = await buildOpenable({ nctId: "NCT99000033" });
    for (const { open } of [near, far, shut]) await open();
    await shut.pause();
    const area = { name: "Chicago", lat: 41.88, lon: -87.63, radiusKm: 50 };
    const shown = async (wish: { condition: string | null; area: typeof area | null }) =>
      (await readOpenStudies(deps, { ...wish, language: "en" })).map(({ nctId }) => nctId);
    expect(await shown({ condition: "sleep", area })).toEqual([near.nctId]);
    expect(await shown({ condition: null, area: null })).toEqual([far.nctId, near.nctId]);
    expect(await shown({ condition: "Asthma", area: null })).toEqual([]);
  });
});
