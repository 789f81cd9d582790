// Requests that change something must come from our own pages. Browsers say where a request comes from
// (Sec-Fetch-Site; older ones: Origin), and pages cannot forge either.
import type { IncomingMessage } from "node:http";
import { DomainError } from "@studydesk/domain/errors";
import type { RequestHandler } from "express";

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/** For public forms and endpoints without a session: what says nothing (curl) may pass. */
export function refuseForeign(baseUrl: string): RequestHandler {
  return (req, _res, next) => {
    if (!safeMethods.includes(req.method) && comesFrom(req, baseUrl) === "elsewhere") {
      throw foreign(baseUrl);
    }
    next();
  };
}

/** For what a session may do: the request must say that it comes from here. */
export function requireOwnOrigin(baseUrl: string): RequestHandler {
  return (req, _res, next) => {
    const from = comesFrom(req, baseUrl);
    if (from === "elsewhere" || (from === "unsaid" && !safeMethods.includes(req.method))) {
      throw foreign(baseUrl);
    }
    next();
  };
}

export function comesFrom(
  { headers }: IncomingMessage,
  baseUrl: string,
): "here" | "elsewhere" | "unsaid" {
  const site = headers["sec-fetch-site"];
  // "none": typed by the person, no page asked for it.
  if (site !== undefined) return site === "same-origin" || site === "none" ? "here" : "elsewhere";
  const { origin } = headers;
  // Behind a private link pages name no referrer; older browsers then hide where a form came from.
  if (origin !== undefined && origin !== "null") return origin === baseUrl ? "here" : "elsewhere";
  return "unsaid";
}

function foreign(baseUrl: string): DomainError {
  return new DomainError(
    "forbidden",
    `This was sent by a page of another address. Open ${baseUrl} and do it there.`,
    { reason: "foreign_origin" },
  );
}
