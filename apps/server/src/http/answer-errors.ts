// What a caller gets when there is nothing to get or something broke: JSON below /api, a page elsewhere.
// A bug is logged with the request's number, and only that number is told.
import { httpStatuses, outOfReachWords } from "@studydesk/api/error-mapping";
import { whyOutOfReach } from "@studydesk/db/why-out-of-reach";
import { DomainError } from "@studydesk/domain/errors";
import { type ProblemToShow, renderNotFound, renderProblem } from "@studydesk/study-site/render";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { ShellOf } from "../public/page-shells";

interface Problem {
  status: number;
  code: string;
  message: string;
  reason: string | null;
  details: DomainError["details"] | null;
}

export function answerNotFound(shellOf: ShellOf): RequestHandler {
  return (req, res) => {
    const message =
      "There is nothing at this address. Check it, or start again from the first page.";
    const problem = { status: 404, code: "not_found", message, reason: null, details: null };
    answer(req.originalUrl, res, problem, () => renderNotFound(shellOf(req)));
  };
}

export function answerErrors(shellOf: ShellOf): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const problem = problemOf(error) ?? faultOf(error, res.locals.requestId);
    if (problem.status >= 500) req.log.error({ err: error }, "request failed");
    answer(req.originalUrl, res, problem, () => {
      if (problem.status === 404) return renderNotFound(shellOf(req));
      return renderProblem(shellOf(req), {
        kind: kinds[problem.status] ?? "notTaken",
        ...(problem.status >= 500 ? { requestId: res.locals.requestId } : {}),
      });
    });
  };
}

/** A page says it in its reader's language; the sentences above are for programs and the desk. */
const kinds: Readonly<Record<number, ProblemToShow["kind"]>> = {
  413: "tooLarge",
  429: "tooMany",
  500: "broken",
  503: "broken",
};

function answer(url: string, res: Response, problem: Problem, page: () => string): void {
  res.status(problem.status).set("cache-control", "no-store");
  const wait = problem.details?.retryAfterSeconds;
  if (problem.status === 503) res.set("retry-after", "30");
  if (problem.status === 429 && typeof wait === "number") res.set("retry-after", String(wait));
  if (/^\/api(\/|\?|$)/.test(url)) {
    res.json(tellProblem(problem, res.locals.requestId));
  } else {
    // The address may hold the token of a private link, with something wrong behind it.
    res.set("referrer-policy", "no-referrer");
    res.type("html").send(page());
  }
}

/** Undefined: nothing that a caller could do something about. */
function problemOf(error: unknown): Problem | undefined {
  if (error instanceof DomainError) {
    const { code, message, reason = null, details = null } = error;
    return { status: httpStatuses[code], code, message, reason, details };
  }
  const status = statusOf(error);
  if (status === undefined) return undefined;
  const message =
    status === 413
      ? "What was sent is larger than this address takes. Shorten it and send it again."
      : "What was sent could not be read. Go back, load the page again and try once more.";
  return { status, code: "invalid", message, reason: null, details: null };
}

/** Express and its parsers mark what is the caller's own doing with a 4xx status. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("status" in error)) return undefined;
  const { status } = error;
  return typeof status === "number" && status >= 400 && status < 500 ? status : undefined;
}

/** Where something broke that is no mistake of who asked: a bug, or a database that does not answer just now. */
export function faultOf(error: unknown, requestId: string): Problem {
  const why = whyOutOfReach(error);
  const none = { reason: null, details: null };
  if (why) return { status: 503, code: "unavailable", message: outOfReachWords[why], ...none };
  return {
    status: 500,
    code: "internal",
    message: `Something went wrong on our side. Try again; if it stays, tell us the number ${requestId}.`,
    reason: null,
    details: null,
  };
}

/** As JSON is told of it. */
export function tellProblem(problem: Problem, requestId: string) {
  const { code, reason, message, details = null } = problem;
  return { code, reason, message, details, requestId };
}
