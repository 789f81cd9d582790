// /api/trpc: everything that staff do. Only JSON that says it comes from our own pages gets in.
import { appRouter } from "@studydesk/api/app-router";
import type { Context } from "@studydesk/api/context";
import type { Deps } from "@studydesk/api/deps";
import type { Viewers } from "@studydesk/api/people/viewers";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { answerCalls, isProcedure, parseInputs, readCalls } from "./answer-calls";
import { jsonAlone } from "./json-alone";
import { requireOwnOrigin } from "./refuse-foreign";
import { asRoute } from "./route-of";

const kilobyte = 1024;
const largestInput = 256 * kilobyte;
/** A study's record comes as text inside JSON; nothing else is large. */
const largestRecord = 10 * 1024 * kilobyte;
const mostCalls = 20;

export function trpcMount(deps: Deps, viewers: Pick<Viewers, "read">): Router {
  async function createContext(req: Request, res: Response, paths: string[]): Promise<Context> {
    const known = paths.filter(isProcedure);
    res.locals.route = `/api/trpc/${known.length === 1 ? known[0] : "(batch)"}`;
    res.locals.procedures = known;
    return {
      deps,
      viewer: await viewers.read(req.headers.cookie),
      requestId: res.locals.requestId,
      network: res.locals.network,
      reportFault: (error, procedure) =>
        req.log.error({ err: error, procedure }, "procedure failed"),
    };
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
  const forInput = { most: largestInput, adapter: adapterFor(largestInput) };
  const forRecord = { most: largestRecord, adapter: adapterFor(largestRecord) };

  const router = Router();
  router.use(
    "/api/trpc",
    asRoute("/api/trpc/(none)"),
    requireOwnOrigin(deps.baseUrl),
    jsonAlone,
    noStore,
  );
  router.use("/api/trpc", async (req, res, next) => {
    const { most, adapter } = req.path.startsWith("/studies.") ? forRecord : forInput;
    const length = req.headers["content-length"];
    if (Number(length ?? 0) > most) return next(tooLarge());
    const calls = length === undefined ? undefined : readCalls(req, mostCalls);
    const inputs = calls && (await readInputs(req));
    if (!inputs) return void adapter(req, res, next);
    const paths = calls.map(({ path }) => path);
    send(res, await answerCalls(calls, inputs, await createContext(req, res, paths)));
  });
  return router;
}

/** As the adapter sends it. */
function send(res: Response, { status, body }: { status: number; body: string }): void {
  res.statusCode = status;
  res.setHeader("vary", "trpc-accept, accept");
  res.setHeader("content-type", "application/json");
  const bytes = Buffer.from(body);
  res.setHeader("content-length", bytes.length);
  res.end(bytes);
}

/** What the adapter finds in `body` it reads instead of the stream, which is spent. */
async function readInputs(req: Request): Promise<Readonly<Record<string, unknown>> | undefined> {
  req.body = await readBody(req);
  return parseInputs(req.body);
}

/** Whoever leaves amid sending is not answered. */
function readBody(req: Request): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.once("end", () => resolve(Buffer.concat(chunks).toString()));
    req.once("error", reject);
  });
}

const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader("cache-control", "no-store");
  next();
};

function tooLarge(): Error {
  return Object.assign(new Error("The body is too large."), { status: 413 });
}
