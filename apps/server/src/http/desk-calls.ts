// The way of what the dashboard asks all day: its batches of calls (answer-calls.ts) are taken before Express
// sees them, under the same checks, headers, log line and metrics, and in a tenth of its time. Whatever looks
// any different, be it wrong, foreign, large or a stream, is left to Express, which also says what is wrong.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Deps } from "@studydesk/api/deps";
import type { Viewers } from "@studydesk/api/people/viewers";
import { withAuditOrigin } from "@studydesk/db/audit/audit-origin";
import type { Logger } from "pino";
import { answerCalls, type Call, parseInputs, readCalls } from "./answer-calls";
import { faultOf, tellProblem } from "./answer-errors";
import { compressAnswer, isPlainAccepted } from "./compress-answer";
import { isUnattended } from "./is-unattended";
import type { Metrics } from "./metrics";
import { readNetwork } from "./network-of";
import { comesFrom } from "./refuse-foreign";
import { logAnswered } from "./request-log";
import { makeSecurityHeaders } from "./security-headers";
import { largestInput, mostCalls, routeOfCalls } from "./trpc-mount";

export interface DeskCallParts {
  deps: Deps;
  viewers: Pick<Viewers, "readAccount">;
  log: Logger;
  metrics: Pick<Metrics, "count">;
  trustProxy: false | number | string[];
}

interface Asked {
  requestId: string;
  route: string;
  procedures: string[];
  startedAt: number;
  /** Express tells of it then. */
  passedOn?: boolean;
}

export function deskCalls(parts: DeskCallParts, otherwise: RequestListener): RequestListener {
  const { deps, viewers, log, metrics, trustProxy } = parts;
  const { baseUrl } = deps;
  const networkOf = readNetwork(trustProxy);
  const usualHeaders = [
    ...makeSecurityHeaders(baseUrl.startsWith("https:")).flat(),
    ...["cache-control", "no-store", "content-type", "application/json"],
    ...["vary", "trpc-accept, accept, Accept-Encoding"],
  ];

  function isUsual(req: IncomingMessage): boolean {
    const { headers } = req;
    return (
      headers["content-type"] === "application/json" &&
      Number(headers["content-length"]) <= largestInput &&
      comesFrom(req, baseUrl) === "here" &&
      isPlainAccepted(headers["accept-encoding"]?.toString()) &&
      // A proxy that was not announced is to be warned of.
      (trustProxy !== false || headers["x-forwarded-for"] === undefined)
    );
  }

  function note(res: ServerResponse, { startedAt, passedOn, ...request }: Asked): void {
    if (passedOn) return;
    const seconds = (performance.now() - startedAt) / 1000;
    metrics.count({ method: "POST", route: request.route, status: res.statusCode }, seconds);
    logAnswered(log, res, { ...request, method: "POST", ms: Math.round(seconds * 1000) });
  }

  function send(
    res: ServerResponse,
    requestId: string,
    { status, body, encoding }: { status: number; body: Buffer; encoding?: string },
  ): void {
    const own = ["x-request-id", requestId, "content-length", String(body.length)];
    if (encoding !== undefined) own.push("content-encoding", encoding);
    res.writeHead(status, usualHeaders.concat(own)).end(body);
  }

  // Functions that a request made for itself would each be given their name, which takes longer than to call them.
  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    calls: readonly Call[],
  ): Promise<void> {
    const requestId = randomUUID();
    const procedures = calls.map(({ path }) => path);
    const startedAt = performance.now();
    const asked: Asked = { requestId, route: routeOfCalls(procedures), procedures, startedAt };
    res.once("close", () => note(res, asked));
    try {
      const text = await readBody(req);
      const inputs = parseInputs(text);
      if (!inputs) {
        asked.passedOn = true;
        // Read already: whoever comes next finds it here.
        return otherwise(Object.assign(req, { body: text }), res);
      }
      const network = networkOf(req);
      const asks = { isUnattended: isUnattended(req) };
      const viewer = await viewers.readAccount(req.headers.cookie, asks);
      const answered = await withAuditOrigin(network, () =>
        answerCalls(calls, inputs, {
          ...{ deps, viewer, requestId, network },
          reportFault: (err, procedure) =>
            log.error({ requestId, err, procedure }, "procedure failed"),
        }),
      );
      const { status } = answered;
      const body = Buffer.from(answered.body);
      const accepted = req.headers["accept-encoding"]?.toString();
      send(res, requestId, { status, body, ...(await compressAnswer(body, accepted)) });
    } catch (err) {
      // Whoever left amid sending is not answered.
      if (req.destroyed && !req.complete) return;
      log.error({ requestId, err }, "request failed");
      if (res.headersSent) return void res.destroy();
      const problem = faultOf(err, requestId);
      const body = Buffer.from(JSON.stringify(tellProblem(problem, requestId)));
      send(res, requestId, { status: problem.status, body });
    }
  }

  return (req, res) => {
    const calls = isUsual(req) ? readCalls(req, mostCalls) : undefined;
    if (!calls) return void otherwise(req, res);
    void answer(req, res, calls);
  };
}

function readBody(req: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.once("end", () => {
      const [first] = chunks;
      resolve((first && chunks.length === 1 ? first : Buffer.concat(chunks)).toString());
    });
    req.once("error", reject);
  });
}
