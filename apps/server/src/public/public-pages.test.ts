import { recordChange } from "@studydesk/api/record-change";
import { unprovenLimit } from "@studydesk/api/submissions/receive-submission";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { buildRecruitingStudy } from "@studydesk/api/testing/build-recruiting-study";
import { inTransaction } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import express from "express";
import fc from "fast-check";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { BuiltSite } from "../built-site";
import { answerErrors } from "../http/answer-errors";
import { listenForTest } from "../testing/listen-for-test";
import { pageShells } from "./page-shells";
import { publicPages } from "./public-pages";

const ana = {
  first_name: "Ana",
  last_name: "Example",
  email: "ana@example.org",
  phone: "202 555 0143",
  message: "Is the clinic near the station?",
  consent: "yes",
};
const builtSite: BuiltSite = {
  entry: () => ({ script: "", styles: ["/assets/public-x.css"] }),
};

async function build() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const site = await buildSite(db);
  await buildPerson(db, { role: "coordinator", siteId: site.id });
  const { nctId } = await buildRecruitingStudy(deps, { siteIds: [site.id] });
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(line) });
  const app = express();
  app.use((_req, res, next) => {
    res.locals.requestId = "r-1";
    res.locals.network = "203.0.113.0";
    next();
  });
  app.use(express.urlencoded({ extended: false, limit: "64kb" }));
  const shellOf = pageShells(builtSite, deps.baseUrl, false);
  app.use(publicPages({ deps, log, shellOf }));
  app.use(answerErrors(shellOf));
  const url = await listenForTest(app);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { redirect: "manual", headers });
  const post = (fields: Record<string, string>, path = `/studies/${nctId}`) =>
    fetch(url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  return { db, deps, site, nctId, logged, get, post };
}

describe("the public pages over HTTP", () => {
  it("list the recruiting studies and lead there from the front door", async () => {
    const { deps, nctId, get } = await build();
    await buildRecruitingStudy(deps, {
      nctId: "NCT99000009",
      title: "Over",
      overallStatus: "COMPLETED",
    });
    const door = await get("/");
    expect([door.status, door.headers.get("location")]).toEqual([302, "/studies"]);
    const list = await (await get("/studies")).text();
    expect(list).toContain(`href="/studies/${nctId}"`);
    expect(list).not.toContain("NCT99000009");
    for (const before of ["nonsense", "1", "99999999999999", "-1", "1&before=2"]) {
      expect((await get(`/studies?before=${before}`)).status).toBe(200);
    }
  });

  it("give the next reader the same page, however the first one spelt its address", async () => {
    const { nctId, deps, get } = await build();
    for (const [odd, plain, language] of [
      [`/ES/studies/${nctId}`, `/es/studies/${nctId}`, "es"],
      [`/Studies/${nctId}/`, `/studies/${nctId}`, "en"],
      [`/AR/studies/%4E${nctId.slice(1)}`, `/ar/studies/${nctId}`, "ar"],
    ] as const) {
      const [first, next] = [await (await get(odd)).text(), await (await get(plain)).text()];
      expect(first).toBe(next);
      expect(next).toContain(`<html lang="${language}"`);
      expect(next).toContain(`rel="canonical" href="${deps.baseUrl}${plain}"`);
    }
  });

  it("lead to no other host in the switch of languages", async () => {
    const { deps } = await build();
    const shellOf = pageShells(builtSite, deps.baseUrl, false);
    for (const url of [
      "/es//evil.example",
      "/es/\\evil.example",
      "/es\\\\evil.example",
      "//evil.example",
    ]) {
      expect(placeAt(url).path).toBe("/evil.example");
    }

    function placeAt(originalUrl: string) {
      const req = Object.create(express.request, { originalUrl: { value: originalUrl } });
      return shellOf(req);
    }
  });

  it("show a study whole, to be asked about each time", async () => {
    const { nctId, get } = await build();
    const response = await get(`/studies/${nctId}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const html = await response.text();
    expect(html).toContain("Sleeps badly");
    expect(html).toContain('<link rel="stylesheet" href="/assets/public-x.css"/>');
  });

  it("know a study by its number in any case, and no other", async () => {
    const { nctId, get } = await build();
    const small = await get(`/studies/${nctId.toLowerCase()}`);
    expect([small.status, small.headers.get("location")]).toEqual([301, `/studies/${nctId}`]);
    for (const path of ["NCT00000000", "%00", "<script>", "..%2f"]) {
      const response = await get(`/studies/${path.toUpperCase()}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("There is no page here");
    }
  });

  it("answer a message with an address that holds no personal data and may be loaded again", async () => {
    const { db, site, nctId, get, post } = await build();
    const response = await post(ana);
    expect(response.status).toBe(303);
    const location = response.headers.get("location") ?? "";
    expect(location).toBe(`/studies/${nctId}/sent?site=${site.id}#sent`);
    expect(await db.selectFrom("leads").selectAll().execute()).toHaveLength(1);
    for (const _reload of [1, 2]) {
      const answer = await get(location);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(await answer.text()).toContain("Springfield General has your message");
    }
    const unknownSite = await get(`/studies/${nctId}/sent?site=999`);
    expect(await unknownSite.text()).toContain("The study team has your message");
    const again = await post(ana);
    expect([again.status, again.headers.get("location")]).toEqual([303, location]);
  });

  it("give a form with faults back with what was typed", async () => {
    const { db, post } = await build();
    const response = await post({ ...ana, phone: "12", consent: "" });
    expect(response.status).toBe(422);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const html = await response.text();
    expect(html).toContain('value="ana@example.org"');
    expect(html).toContain("Is the clinic near the station?</textarea>");
    expect(html).toContain("This is too short for a phone number.");
    expect(await db.selectFrom("leads").selectAll().execute()).toEqual([]);
  });

  it("answer a filled-in hidden field like any message, and keep nothing", async () => {
    const { db, post } = await build();
    const caught = await post({ ...ana, topic: "x" });
    const kept = await post(ana);
    expect([caught.status, caught.headers.get("location")]).toEqual([
      kept.status,
      kept.headers.get("location"),
    ]);
    expect(await db.selectFrom("submissions").selectAll().execute()).toHaveLength(1);
  });

  it("ask to wait when too many came, and keep what was typed", async () => {
    const { post } = await build();
    for (let n = 0; n < unprovenLimit.most; n += 1) await post(ana);
    const response = await post({ ...ana, message: "Please keep this" });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    const html = await response.text();
    expect(html).toContain("Please keep this</textarea>");
    expect(html).toContain("use the contact of the study");
  });

  it("give the words back when a study stopped in between", async () => {
    const { db, post } = await build();
    await db.updateTable("studySites").set({ recruiting: "closed" }).execute();
    const response = await post(ana);
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain("Is the clinic near the station?</blockquote>");
    expect(html).not.toContain("<form");
  });

  it("keep what was typed when the message cannot be stored, and log no word of it", async () => {
    const { db, logged, post } = await build();
    await db.schema.alterTable("submissions").renameTo("gone").execute();
    const response = await post(ana);
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain("Is the clinic near the station?</textarea>");
    expect(html).toContain("r-1");
    expect(logged.join("")).toContain("a message was not kept");
    expect(logged.join("")).not.toMatch(/ana@example|station|5550143|Example/);
    expect(await db.selectFrom("leads").selectAll().execute()).toEqual([]);
  });

  it("stand anything that is sent", async () => {
    const { logged, post } = await build();
    const field = fc.constantFrom(
      ...["first_name", "last_name", "email", "phone", "language", "message", "site", "consent"],
      ...["consent_text", "topic", "__proto__"],
    );
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, text), async (fields) => {
        const well = Object.entries(fields).map(([name, value]) => [name, value.toWellFormed()]);
        const response = await post({ ...ana, ...Object.fromEntries(well) });
        expect([303, 422, 429]).toContain(response.status);
      }),
      { numRuns: 60 },
    );
    expect(logged.join("")).not.toContain("not kept");
  });
});

describe("the language of a public page", () => {
  const langOf = (html: string) => /<html lang="(\w+)" dir="(\w+)"/.exec(html)?.slice(1);

  it("stands in its address, with the direction of its script", async () => {
    const { nctId, get } = await build();
    for (const [prefix, lang, dir] of [
      ["", "en", "ltr"],
      ["/es", "es", "ltr"],
      ["/zh", "zh", "ltr"],
      ["/ar", "ar", "rtl"],
    ]) {
      const html = await (await get(`${prefix}/studies/${nctId}`)).text();
      expect(langOf(html)).toEqual([lang, dir]);
      expect(html).toContain(`action="${prefix}/studies/${nctId}#`);
      expect(html).toContain(
        `<link rel="canonical" href="http://localhost:3000${prefix}/studies/${nctId}"/>`,
      );
    }
    expect((await get("/fr/studies")).status).toBe(404);
  });

  it("follows the browser at a plain address, and nowhere else", async () => {
    const { nctId, get } = await build();
    const spanish = { "accept-language": "es-MX,es;q=0.9,en;q=0.8" };
    const led = await get(`/studies/${nctId}`, spanish);
    expect([led.status, led.headers.get("location")]).toEqual([302, `/es/studies/${nctId}`]);
    expect(led.headers.get("vary")).toContain("Accept-Language");
    expect((await get(`/ar/studies/${nctId}`, spanish)).status).toBe(200);
    for (const header of ["fr,de;q=0.5", "en,ar;q=0.5", "*", "nonsense;;"]) {
      expect((await get(`/studies/${nctId}`, { "accept-language": header })).status).toBe(200);
    }
    expect((await get("//elsewhere.example/studies", spanish)).headers.get("location")).toBeNull();
  });

  it("is English when the reader chose it, although the browser asks for another", async () => {
    const { nctId, get } = await build();
    const chosen = await get(`/studies/${nctId}?lang=en`, { "accept-language": "zh" });
    expect(chosen.headers.get("location")).toBe(`/studies/${nctId}`);
    const [cookie = ""] = (chosen.headers.get("set-cookie") ?? "").split(";");
    const page = await get(`/studies/${nctId}`, { "accept-language": "zh", cookie });
    expect(page.status).toBe(200);
  });
});

describe("a study page that stands already", () => {
  it("is made anew after any change to the study, its study sites or its sites", async () => {
    const { deps, site, nctId, get, db } = await build();
    const text = async () => (await get(`/studies/${nctId}`)).text();
    const before = await text();
    expect(before).toContain("<form");
    // Behind the page's back nothing is seen: it stands.
    await db.updateTable("sites").set({ name: "Renamed Hospital" }).execute();
    expect(await text()).toBe(before);
    await inTransaction(db, (trx) =>
      recordChange(trx, {
        at: deps.now().toISOString(),
        actorId: null,
        action: "site.updated",
        subject: "site",
        subjectId: String(site.id),
        siteId: site.id,
        details: {},
      }),
    );
    expect(await text()).toContain("Renamed Hospital");
  });
});
