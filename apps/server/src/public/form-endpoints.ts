// What the form's script asks for: the sum to do in the background, and how a phone number is read. The
// message itself goes where the form without a script sends it.

import { explainPhone } from "@studydesk/api/contact/explain-phone";
import type { Deps } from "@studydesk/api/deps";
import { createFormChallenge } from "@studydesk/api/submissions/form-challenge";
import express, { Router } from "express";
import { jsonAlone } from "../http/json-alone";

export function formEndpoints(deps: Deps): Router {
  const router = Router();
  router.get("/api/form/challenge", async (_req, res) => {
    const challenge = await createFormChallenge(deps);
    res.set("cache-control", "no-store").json(challenge);
  });
  router.post("/api/form/phone", jsonAlone, express.json({ limit: "4kb" }), async (req, res) => {
    const explained = await explainPhone(deps, { network: String(res.locals.network) }, req.body);
    res.set("cache-control", "no-store").json(explained);
  });
  return router;
}
