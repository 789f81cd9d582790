// For whoever watches the process: is it alive, and can it serve.
import type { Deps } from "@studydesk/api/deps";
import { outboxLag } from "@studydesk/db/outbox/read-outbox-queries";
import { Router } from "express";

/** `isStopping` turns readiness off at once, so that no new visitor is sent here. */
export function health(deps: Deps, isStopping: () => boolean): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.set("cache-control", "no-store").type("text/plain").send("ok\n");
  });
  // Late mail is told but does not make it unready: the pages that bring leads still work.
  router.get("/readyz", async (_req, res) => {
    res.set("cache-control", "no-store");
    try {
      const lag = await outboxLag(deps.db, deps.now());
      res.status(isStopping() ? 503 : 200).json({
        ready: !isStopping(),
        database: "ok",
        outbox: { lagSeconds: Math.round(lag), mailServer: deps.hasMailServer },
      });
    } catch (error) {
      res.req.log.error({ err: error }, "the database does not answer");
      res.status(503).json({ ready: false, database: "does not answer" });
    }
  });
  return router;
}
