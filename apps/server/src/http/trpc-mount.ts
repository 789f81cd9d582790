// /api/trpc: everything that staff do. Only JSON that says it comes from our own pages gets in. What the
// dashboard asks all day does not come here: desk-calls.ts.
import { appRouter } from "@studydesk/api/app-router";
import type { Context } from "@studydesk/api/context";
import type { Deps } from "@studydesk/api/deps";
import { toTrpcError } from "@studydesk/api/error-mapping";
import type { Viewers } from "@studydesk/api/people/viewers";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { isProcedure } from "./answer-calls";
import { isUnattended } from "./is-unattended";
import { jsonAlone } from "./json-alone";
import { requireOwnOrigin } from "./refuse-foreign";
import { asRoute } from "./route-of";

const kilobyte = 1024;
export const largestInput = 256 * kilobyte;
/** A study's record comes as text inside JSON; nothing else is large. */
const largestRecord = 10 * 1024 * kilobyte;
export const mostCalls = 20;

export function trpcMount(deps: Deps, viewers: Pick<Viewers, "readAccount">): Router {
  async function createContext(req: Request, res: Response, paths: string[]): Promise<Context> {
    const known = paths.filter(isProcedure);
    res.locals.route = routeOfCalls(known);
    res.locals.procedures = known;
    const { requestId, network } = res.locals;
    const reportFault = (error: unknown, procedure: string) =>
      req.log.error({ err: error, procedure }, "procedure failed");
    try {
      const asks = { isUnattended: isUnattended(req) };
      const viewer = await viewers.readAccount(req.headers.cookie, asks);
      return { deps, viewer, requestId, network, reportFault };
    } catch (error) {
      // No procedure is under way yet that would put it into words.
      throw toTrpcError(error, requestId, (fault) => reportFault(fault, "(who asks)"));
    }
  }

  const adapterFor = (maxBodySize: number) =>
    createExpressMiddleware({
      router: appRouter,
      // Reading by POST: what is looked for must not stand in an address.
      allowMethodOverride: true,
      maxBatchSize: mostCalls,
      maxBodySize,
      createContext: ({ req, res, info }) =>
        createContext(
          req,
          res,
          info.calls.map(({ path }) => path),
        ),
    });
  const waysFor = (most: number) => ({ most, readBody: textOf(most), adapter: adapterFor(most) });
  const forInput = waysFor(largestInput);
  const forRecord = waysFor(largestRecord);

  const router = Router();
  router.use(
    "/api/trpc",
    asRoute("/api/trpc/(none)"),
    requireOwnOrigin(deps.baseUrl),
    jsonAlone,
    noStore,
  );
  router.use("/api/trpc", (req, res, next) => {
    const { most, readBody, adapter } = req.path.startsWith("/studies.") ? forRecord : forInput;
    if (Number(req.headers["content-length"] ?? 0) > most) return next(tooLarge());
    readBody(req, res, (error?: unknown) => {
      if (error !== undefined) return next(error);
      void adapter(req, res, next);
    });
  });
  return router;
}

/** Before anybody asks who it is: a body that drips in for minutes must not be from who they were at first. */
function textOf(most: number): RequestHandler {
  return express.text({ type: () => true, limit: most, inflate: false });
}

/** Only what is known is named. */
export function routeOfCalls(procedures: readonly string[]): string {
  return `/api/trpc/${procedures.length === 1 ? procedures[0] : "(batch)"}`;
}

const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader("cache-control", "no-store");
  next();
};

function tooLarge(): Error {
  return Object.assign(new Error("The body is too large."), { status: 413 });
}
