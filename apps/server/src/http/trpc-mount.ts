// /api/trpc: everything that staff do. Only JSON that says it comes from our own pages gets in.
import { appRouter } from "@studydesk/api/app-router";
import type { Context } from "@studydesk/api/context";
import type { Deps } from "@studydesk/api/deps";
import type { Viewers } from "@studydesk/api/people/viewers";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { type RequestHandler, Router } from "express";
import { headersOf } from "./headers-of";
import { jsonAlone } from "./json-alone";
import { requireOwnOrigin } from "./refuse-foreign";
import { asRoute } from "./route-of";

const kilobyte = 1024;
const largestInput = 256 * kilobyte;
/** A study's record comes as text inside JSON; nothing else is large. */
const largestRecord = 10 * 1024 * kilobyte;

export function trpcMount(deps: Deps, viewers: Pick<Viewers, "read">): Router {
  const handle = (maxBodySize: number) =>
    createExpressMiddleware({
      router: appRouter,
      // Reading by POST: what is looked for must not stand in an address.
      allowMethodOverride: true,
      maxBatchSize: 20,
      maxBodySize,
      createContext: async ({ req, res, info }): Promise<Context> => {
        const known = info.calls.map((call) => call.path).filter(isProcedure);
        res.locals.route = `/api/trpc/${known.length === 1 ? known[0] : "(batch)"}`;
        res.locals.procedures = known;
        return {
          deps,
          viewer: await viewers.read(headersOf(req)),
          requestId: res.locals.requestId,
          network: res.locals.network,
          reportFault: (error, procedure) =>
            req.log.error({ err: error, procedure }, "procedure failed"),
        };
      },
    });
  const router = Router();
  router.use(
    "/api/trpc",
    asRoute("/api/trpc/(none)"),
    requireOwnOrigin(deps.baseUrl),
    jsonAlone,
    noStore,
  );
  router.use("/api/trpc", (req, res, next) => {
    const most = req.path.startsWith("/studies.") ? largestRecord : largestInput;
    if (Number(req.get("content-length") ?? 0) > most) return next(tooLarge());
    return handle(most)(req, res, next);
  });
  return router;
}

function isProcedure(path: string): boolean {
  return Object.hasOwn(appRouter._def.procedures, path);
}

const noStore: RequestHandler = (_req, res, next) => {
  res.set("cache-control", "no-store");
  next();
};

function tooLarge(): Error {
  return Object.assign(new Error("The body is too large."), { status: 413 });
}
