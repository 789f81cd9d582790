// Numbers for Prometheus: requests by route pattern, and how late the outbox is. They name no person,
// still they are for this machine alone.
import type { Deps } from "@studydesk/api/deps";
import { outboxLag } from "@studydesk/db/outbox/read-outbox-queries";
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { isLoopbackAddress } from "./network-of";
import { routeOf } from "./route-of";

export interface Metrics {
  measure: RequestHandler;
  /** For who measured by themselves. */
  count(request: { method: string; route: string; status: number }, seconds: number): void;
  answer: RequestHandler;
}

export function createMetrics({ db, now }: Pick<Deps, "db" | "now">): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Requests and how long they took, by route pattern. Live streams count when they end.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  new Gauge({
    name: "studydesk_outbox_lag_seconds",
    help: "How long the mail that is due longest has been waiting to be tried.",
    registers: [register],
    async collect() {
      this.set(await outboxLag(db, now()));
    },
  });
  return {
    measure(req, res, next) {
      const stop = duration.startTimer();
      res.once("close", () => {
        stop({ method: req.method, route: routeOf(req), status: res.statusCode });
      });
      next();
    },
    count: (request, seconds) => duration.observe(request, seconds),
    async answer(req, res, next) {
      // Behind a proxy that was not announced everybody looks local: its header tells.
      const isLocal =
        isLoopbackAddress(req.ip) && (req.app.get("trust proxy") || !req.get("x-forwarded-for"));
      if (!isLocal) return next();
      res.type(register.contentType).send(await register.metrics());
    },
  };
}
