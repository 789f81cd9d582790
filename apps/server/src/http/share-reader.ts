// GET /n/:id and /r/:id: one and the same page for every share and one for every request, made at the start
// and read from no database, so that previews and bots change nothing and learn nothing.
import { renderNoteRequest, renderShareReader } from "@studydesk/study-site/render";
import { Router } from "express";
import type { BuiltSite } from "../built-site";
import { readerPolicy, setPolicy } from "./security-headers";

export function shareReader(site: BuiltSite): Router {
  const pages = {
    "/n/:id": renderShareReader(site.entry("src/islands/share-reader.ts")),
    "/r/:id": renderNoteRequest(site.entry("src/islands/note-request.ts")),
  };
  const router = Router();
  for (const [path, page] of Object.entries(pages)) {
    router.get(path, (_req, res) => {
      setPolicy(res, readerPolicy);
      res.set({
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
      });
      res.type("html").send(page);
    });
  }
  return router;
}
