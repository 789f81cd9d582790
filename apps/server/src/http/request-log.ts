// One line per request, by its number and the route's pattern: no address, no query, no id, no body.
// Errors are told by kind and place; what looks like an address or a number is cut out of their words.
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { withAuditOrigin } from "@studydesk/db/audit/audit-origin";
import type { Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import { networkOf } from "./network-of";
import { routeOf } from "./route-of";

/** The server's log: whoever made it, errors go through `plainError`. */
export function guardLog(log: Logger): Logger {
  return log.child({}, { serializers: { err: plainError } });
}

export function requestLog(log: Logger): RequestHandler {
  const logRequest = pinoHttp<Request, Response>({
    logger: log,
    genReqId: (_req, res) => {
      const id = randomUUID();
      res.setHeader("x-request-id", id);
      return id;
    },
    quietReqLogger: true,
    customAttributeKeys: { reqId: "requestId" },
    // Its own idea of a request holds the address and every header.
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined, err: plainError },
    customSuccessObject: lineOf,
    // What went wrong was logged where it was caught.
    customErrorObject: (req, res, _error, val) => lineOf(req, res, val),
    customLogLevel: (req, res) => {
      if (res.statusCode >= 500) return "error";
      return isRoutine(req) ? "debug" : "info";
    },
  });
  return (req, res, next) => {
    logRequest(req, res);
    res.locals.requestId = String(req.id);
    const network = networkOf(req.ip);
    res.locals.network = network;
    withAuditOrigin(network, next);
  };
}

function lineOf(req: Request, res: Response, { responseTime }: { responseTime: number }) {
  const { procedures } = res.locals;
  return {
    method: req.method,
    route: routeOf(req),
    ...(procedures ? { procedures } : {}),
    status: res.statusCode,
    ms: responseTime,
  };
}

/** The same line for what is answered before Express. */
export function logAnswered(
  log: Logger,
  { statusCode: status, writableEnded }: ServerResponse,
  line: { requestId: string; method: string; route: string; procedures: string[]; ms: number },
): void {
  const { ms, ...request } = line;
  const level = status >= 500 ? "error" : "info";
  log[level]({ ...request, status, ms }, wordsFor(status, writableEnded));
}

function wordsFor(status: number, isEnded: boolean): string {
  if (status >= 500) return "request errored";
  return isEnded ? "request completed" : "request aborted";
}

function isRoutine(req: Request): boolean {
  return (
    req.path.startsWith("/assets/") ||
    req.path.startsWith("/desk/assets/") ||
    ["/healthz", "/readyz", "/metrics"].includes(req.path)
  );
}

function plainError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = "" } = error;
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    message: withoutPersons(message),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    stack: places.slice(0, 12).join("\n"),
  };
}

/** Databases and parsers quote what they choke on. */
function withoutPersons(text: string): string {
  return text
    .replaceAll(/(["'“`]).*?\1/g, "(quoted)")
    .replaceAll(/\S+@\S+/g, "(address)")
    .replaceAll(/\+?\d[\d\s().-]{5,}\d/g, "(number)")
    .slice(0, 300);
}
