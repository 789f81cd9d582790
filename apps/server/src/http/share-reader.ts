// GET /n/:id: one and the same page for every share, made at the start and read from no database, so
// that previews and bots change nothing and learn nothing.
import { renderShareReader } from "@studydesk/study-site/render";
import { Router } from "express";
import type { BuiltSite } from "../built-site";
import { readerPolicy, setPolicy } from "./security-headers";

export function shareReader(site: BuiltSite): Router {
  const page = renderShareReader(site.entry("src/islands/share-reader.ts"));
  const router = Router();
  router.get("/n/:id", (_req, res) => {
    setPolicy(res, readerPolicy);
    res.set({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
    });
    res.type("html").send(page);
  });
  return router;
}
