import { centreSearchLimit } from "@studydesk/api/studies/search-centres";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { buildRecruitingStudy } from "@studydesk/api/testing/build-recruiting-study";
import { buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import express from "express";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { BuiltSite } from "../built-site";
import { answerErrors } from "../http/answer-errors";
import { securityHeaders } from "../http/security-headers";
import { listenForTest } from "../testing/listen-for-test";
import { pageShells } from "./page-shells";
import { publicPages } from "./public-pages";

const builtSite: BuiltSite = { entry: () => ({ script: "", styles: [] }) };

async function build() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const madrid = await buildSite(db, { name: "Clínica Uno", city: "Madrid", countryCode: "ES" });
  const chicago = await buildSite(db, { name: "Lake Clinic", city: "Chicago", countryCode: "US" });
  const { nctId } = await buildRecruitingStudy(deps, { siteIds: [madrid.id, chicago.id] });
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(line) });
  const app = express();
  app.use((_req, res, next) => {
    res.locals.network = "203.0.113.0";
    next();
  });
  app.use(securityHeaders(false));
  const shellOf = pageShells(builtSite, deps.baseUrl, false);
  app.use(publicPages({ deps, log, shellOf }), answerErrors(shellOf));
  const url = await listenForTest(app);
  const ask = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/studies/${nctId}/centres`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers,
    });
    const html = await response.text();
    const names = [...html.matchAll(/<b><bdi>(.*?)<\/bdi><\/b>/g)].map(([, name]) => name);
    return { response, html, names };
  };
  const get = (path: string) => fetch(url + path, { redirect: "manual" });
  const post = (path: string, fields: Record<string, string>) =>
    fetch(url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  return { db, deps, nctId, madrid, chicago, ask, get, post, logged };
}

describe("asking for the nearest study centre", () => {
  it("answers with a whole page, the nearest first, by town or by position", async () => {
    const { nctId, ask } = await build();
    const byTown = await ask({ town: "Barcelona" });
    expect(byTown.response.status).toBe(200);
    expect(byTown.response.headers.get("cache-control")).toBe("no-store");
    expect(byTown.html).toMatch(/^<!doctype html>/);
    expect(byTown.html).toContain(`hrefLang="es" href="http://localhost:3000/es/studies/${nctId}"`);
    expect(byTown.names).toEqual(["Clínica Uno", "Lake Clinic", "Springfield General"]);
    const here = await ask({ lat: "41.9", lon: "-87.6" }, { "x-part": "centres" });
    expect(here.html).toMatch(/^<section id="centres"/);
    expect(here.names[0]).toBe("Lake Clinic");
    expect(here.html).toContain("Nearest to you first.");
  });

  it("lets choose between towns of one name, and takes the one that was chosen", async () => {
    const { ask } = await build();
    const several = await ask({ town: "Springfield" });
    expect(several.html).toContain("Which one do you mean?");
    const id = /value="(\d+)"[^>]*>Springfield, IL/.exec(several.html)?.[1] ?? "";
    const chosen = await ask({ town: "Springfield", picked: id });
    expect(chosen.html).toContain("Nearest to Springfield, IL, United States first.");
    expect(chosen.names[0]).toBe("Lake Clinic");
  });

  it("says what to do about a town that is not known, and stands anything", async () => {
    const { ask } = await build();
    expect((await ask({ town: "xqzw" })).html).toContain("We know no town called “xqzw”");
    for (const fields of [
      {},
      { town: "\0" },
      { town: "<script>alert(1)</script>" },
      { lat: "91", lon: "0" },
      { lat: "nonsense", lon: "1e9" },
      { town: "Paris", picked: "-1" },
    ]) {
      const { response, html } = await ask(fields);
      expect(response.status).toBe(200);
      expect(html).not.toContain("<script>alert");
    }
  });

  it("logs and stores no place", async () => {
    const { db, ask, logged } = await build();
    await ask({ town: "Barcelona" });
    await ask({ lat: "41.9", lon: "-87.6" });
    const stored = JSON.stringify(await db.selectFrom("limits").selectAll().execute());
    for (const text of [logged.join(""), stored]) {
      expect(text).not.toMatch(/barcelona|41\.9|87\.6|203\.0\.113/i);
    }
  });

  it("asks to wait who looks up very much, and still shows the centres", async () => {
    const { ask } = await build();
    for (let n = 0; n < centreSearchLimit.most; n += 1) await ask({ lat: "1.0", lon: "1.0" });
    const { response, html, names } = await ask({ town: "Barcelona" });
    expect(response.status).toBe(429);
    expect(html).toContain("try again in a few minutes");
    expect(names).toHaveLength(3);
  });

  it("leads whoever opens the address alone to the study, and knows no other study", async () => {
    const { nctId, get } = await build();
    const opened = await get(`/es/studies/${nctId}/centres`);
    expect([opened.status, opened.headers.get("location")]).toEqual([
      302,
      `/es/studies/${nctId}#centres`,
    ]);
    const unknown = await fetch(
      (await get("/studies")).url.replace("/studies", "/studies/NCT1/centres"),
      {
        method: "POST",
      },
    );
    expect(unknown.status).toBe(404);
  });

  it("may ask the browser for its place on a study's page, and nowhere else", async () => {
    const { nctId, get } = await build();
    const policyOf = async (path: string) => (await get(path)).headers.get("permissions-policy");
    expect(await policyOf(`/studies/${nctId}`)).toContain("geolocation=(self)");
    expect(await policyOf("/studies")).toContain("geolocation=()");
    expect(await policyOf(`/studies/${nctId}/sent`)).toContain("geolocation=()");
  });
});

describe("a study centre that paused", () => {
  it("leaves the list, and a link that names it says where else to ask", async () => {
    const { db, nctId, madrid, chicago, get } = await build();
    const linked = await (await get(`/studies/${nctId}?site=${madrid.id}`)).text();
    expect(linked).toMatch(new RegExp(`type="radio"[^>]*checked=""[^>]*value="${madrid.id}"`));
    await db
      .updateTable("studySites")
      .set({ recruiting: "paused" })
      .where("siteId", "=", madrid.id)
      .execute();
    const paused = await (await get(`/studies/${nctId}?site=${madrid.id}`)).text();
    expect(paused).toContain("Clínica Uno takes no messages for this study now");
    expect(paused).toContain("Your message goes straight to the study team at Lake Clinic");
    expect(paused).not.toContain("<bdi>Clínica Uno</bdi>");
    for (const site of [chicago.id, 999, "x"]) {
      const page = await (await get(`/studies/${nctId}?site=${site}`)).text();
      expect(page).not.toContain("takes no messages for this study now");
    }
  });
});

describe("a message to a study centre that paused", () => {
  it("is not kept, comes back as typed, and is told who takes messages", async () => {
    const { db, nctId, madrid, chicago, post } = await build();
    await db
      .updateTable("studySites")
      .set({ recruiting: "paused" })
      .where("siteId", "=", madrid.id)
      .execute();
    const response = await post(`/studies/${nctId}`, {
      site: String(madrid.id),
      first_name: "Ana",
      last_name: "Example",
      email: "ana@example.org",
      phone: "202 555 0143",
      message: "Is the clinic near the station?",
      consent: "yes",
    });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain("Clínica Uno takes no messages for this study now");
    expect(html).toContain("Is the clinic near the station?</textarea>");
    expect(html).toContain(`name="site" value="${chicago.id}"`);
    expect(await db.selectFrom("leads").selectAll().execute()).toEqual([]);
  });
});
