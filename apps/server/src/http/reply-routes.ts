// What people outside send: a reply to a share, a look at a request, a note for it. No batching, no session.
import type { Deps } from "@studydesk/api/deps";
import { lookAtRequest, sendNote } from "@studydesk/api/shares/note-request-endpoints";
import { replyToShare } from "@studydesk/api/shares/reply-to-share";
import express, { type Response, Router } from "express";
import { jsonAlone } from "./json-alone";

export function replyRoutes(deps: Deps): Router {
  const router = Router();
  // 8 kB of sealed bytes are a third more as text; a proof comes along.
  const json = express.json({ limit: "24kb" });
  router.post("/api/share/reply", jsonAlone, json, async (req, res) => {
    send(res, await replyToShare(deps, { body: req.body, network: res.locals.network }));
  });
  router.post("/api/note-request/look", jsonAlone, json, async (req, res) => {
    send(res, await lookAtRequest(deps, req.body));
  });
  router.post("/api/note-request/send", jsonAlone, json, async (req, res) => {
    send(res, await sendNote(deps, { body: req.body, network: res.locals.network }));
  });
  return router;
}

function send(res: Response, answer: { status: number; body: object }): void {
  if ("retryAfterSeconds" in answer.body) {
    res.set("retry-after", String(answer.body.retryAfterSeconds));
  }
  res.status(answer.status).set("cache-control", "no-store").json(answer.body);
}
