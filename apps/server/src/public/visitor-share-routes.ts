// Sealed notes of visitors: made, looked after and taken back by their device. No session, one at a time.
import type { Deps } from "@studydesk/api/deps";
import {
  makeVisitorShare,
  readVisitorShare,
  revokeVisitorShare,
} from "@studydesk/api/shares/visitor-share-endpoints";
import type { VisitorShareAnswer } from "@studydesk/domain/shares/visitor-share";
import express, { type Response, Router } from "express";
import { jsonAlone } from "../http/json-alone";

export function visitorShareRoutes(deps: Deps): Router {
  const router = Router();
  const route = "/api/visitor-shares";
  // 32 kB of sealed bytes are a third more as text.
  router.post(route, jsonAlone, express.json({ limit: "48kb" }), async (req, res) => {
    const { network } = res.locals;
    send(res, await makeVisitorShare(deps, { body: req.body, network }));
  });
  const small = express.json({ limit: "1kb" });
  router.post(`${route}/state`, jsonAlone, small, async (req, res) => {
    send(res, await readVisitorShare(deps, req.body));
  });
  router.post(`${route}/revoke`, jsonAlone, small, async (req, res) => {
    send(res, await revokeVisitorShare(deps, req.body));
  });
  return router;
}

function send(res: Response, answer: VisitorShareAnswer): void {
  if (answer.status === 429) res.set("retry-after", String(answer.body.retryAfterSeconds));
  res.status(answer.status).set("cache-control", "no-store").json(answer.body);
}
