// What search engines ask for: which pages there are, and which are nobody's business but their reader's.
import type { Deps } from "@studydesk/api/deps";
import { listStudiesForSitemap } from "@studydesk/db/studies/study-page-queries";
import { pathIn, publicLanguages } from "@studydesk/domain/public-language";
import { Router } from "express";

/** The desk, what programs ask for, shared notes, requests; and what stands behind private links, in each language. */
const closedPaths = ["/desk", "/api/", "/n/", "/r/"] as const;
const closedInLanguages = ["/status/", "/alerts/"] as const;

export function siteFiles({ db, baseUrl }: Pick<Deps, "db" | "baseUrl">): Router {
  const router = Router();

  router.get("/robots.txt", (_req, res) => {
    const closed = [
      ...closedPaths,
      ...closedInLanguages.flatMap((path) =>
        publicLanguages.map((language) => pathIn(language, path)),
      ),
    ];
    const lines = [
      "User-agent: *",
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${baseUrl}/sitemap.xml`,
    ];
    res.type("text/plain").send(`${lines.join("\n")}\n`);
  });

  router.get("/sitemap.xml", async (_req, res) => {
    const studies = await listStudiesForSitemap(db);
    const pages = [
      pageEntries(baseUrl, "/studies", studies[0]?.changedAt),
      pageEntries(baseUrl, "/alerts", undefined),
      ...studies.map(({ nctId, changedAt }) =>
        pageEntries(baseUrl, `/studies/${nctId}`, changedAt),
      ),
    ];
    res
      .type("application/xml")
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.join("\n")}\n</urlset>\n`,
      );
  });

  return router;
}

/** One page in each language, each naming the others. */
function pageEntries(baseUrl: string, path: `/${string}`, changedAt: string | undefined): string {
  const addressIn = (language: (typeof publicLanguages)[number]) =>
    escapeXml(baseUrl + pathIn(language, path));
  const alternates = publicLanguages
    .map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${addressIn(language)}"/>`,
    )
    .join("");
  const changed = changedAt ? `<lastmod>${changedAt.slice(0, 10)}</lastmod>` : "";
  return publicLanguages
    .map((language) => `<url><loc>${addressIn(language)}</loc>${changed}${alternates}</url>`)
    .join("\n");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
