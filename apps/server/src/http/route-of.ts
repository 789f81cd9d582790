// The pattern that answered a request, for the log and the metrics: never what stands in its place.
import type { Request, RequestHandler } from "express";

/** Names what follows at a mount point that has no routes of its own. */
export function asRoute(pattern: string): RequestHandler {
  return (_req, res, next) => {
    res.locals.route = pattern;
    next();
  };
}

export function routeOf(req: Request): string {
  const named: unknown = req.res?.locals.route;
  if (typeof named === "string") return named;
  const path: unknown = req.route?.path;
  return typeof path === "string" ? path : "(none)";
}
