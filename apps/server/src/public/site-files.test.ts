import { buildDeps } from "@studydesk/api/testing/build-deps";
import { buildRecruitingStudy } from "@studydesk/api/testing/build-recruiting-study";
import { buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import express from "express";
import { describe, expect, it } from "vitest";
import { listenForTest } from "../testing/listen-for-test";
import { siteFiles } from "./site-files";

async function build() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const site = await buildSite(db);
  const { nctId } = await buildRecruitingStudy(deps, { siteIds: [site.id] });
  const url = await listenForTest(express().use(siteFiles(deps)));
  return { deps, site, nctId, get: (path: string) => fetch(url + path) };
}

describe("what search engines ask for", () => {
  it("lists every study of our sites in every language, with its last change", async () => {
    const { deps, site, nctId, get } = await build();
    const siteIds = [site.id];
    await buildRecruitingStudy(deps, { nctId: "NCT99000009", siteIds, overallStatus: "COMPLETED" });
    await buildRecruitingStudy(deps, { nctId: "NCT99000010", title: "Still being prepared" });
    const response = await get("/sitemap.xml");
    expect(response.headers.get("content-type")).toContain("xml");
    const xml = await response.text();
    for (const path of ["/studies", "/zh/alerts", `/ar/studies/${nctId}`, "/studies/NCT99000009"]) {
      expect(xml).toContain(`<loc>http://localhost:3000${path}</loc>`);
    }
    expect(xml.match(/<loc>/g)).toHaveLength(16);
    expect(xml).not.toContain("NCT99000010");
    expect(xml).toContain(`<lastmod>${deps.now().toISOString().slice(0, 10)}</lastmod>`);
  });

  it("keeps robots out of the desk and of what stands behind private links", async () => {
    const { get } = await build();
    const text = await (await get("/robots.txt")).text();
    for (const path of ["/desk", "/api/", "/n/", "/r/", "/status/", "/es/status/", "/ar/alerts/"]) {
      expect(text).toContain(`Disallow: ${path}\n`);
    }
    expect(text).toContain("Sitemap: http://localhost:3000/sitemap.xml");
    expect(text).not.toContain("Disallow: /studies");
  });
});
