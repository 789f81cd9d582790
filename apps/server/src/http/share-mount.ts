// POST /api/share/open: the one address that gives out a sealed share. No batching, no session.
import type { Deps } from "@studydesk/api/deps";
import { openShareEndpoint } from "@studydesk/api/shares/open-share-endpoint";
import express, { Router } from "express";
import { jsonAlone } from "./json-alone";

export function shareMount(deps: Deps): Router {
  const router = Router();
  router.post("/api/share/open", jsonAlone, express.json({ limit: "16kb" }), async (req, res) => {
    const { network, requestId } = res.locals;
    const answer = await openShareEndpoint(deps, { body: req.body, network, requestId });
    res.status(answer.status).set({ "cache-control": "no-store", ...answer.headers });
    res.json(answer.body);
  });
  return router;
}
