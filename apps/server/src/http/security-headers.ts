// What every answer says to the browser. Policies start from nothing and name what is needed; none
// allows inline scripts, inline styles or another host.
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";

type Policy = Readonly<Record<string, readonly string[]>>;

const nothing: Policy = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
};

/** Public pages and everything without a policy of its own. */
const pagePolicy: Policy = {
  ...nothing,
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "form-action": ["'self'"],
};

/** The staff app; the nonce is for the styles that its components make at run time. */
export function deskPolicy(nonce: string): Policy {
  return {
    ...pagePolicy,
    "script-src": ["'self'", `'nonce-${nonce}'`],
    "style-src": ["'self'", `'nonce-${nonce}'`],
  };
}

/** The page that opens a share: its own script and style, and WebAssembly for the passcode. */
export const readerPolicy: Policy = {
  ...nothing,
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "img-src": ["'self'"],
  "form-action": ["'none'"],
};

/** On script files: a worker takes the policy of its own file. */
export const scriptFilePolicy: Policy = {
  ...nothing,
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "connect-src": ["'self'"],
};

export function setPolicy(res: ServerResponse, policy: Policy): void {
  res.setHeader("content-security-policy", policyText(policy));
}

function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

const noDevices = ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"]
  .map((name) => `${name}=()`)
  .join(", ");

/** Where the reader may ask for the nearest study centre: the browser still asks them first. */
export function allowLocation(res: ServerResponse): void {
  res.setHeader("permissions-policy", noDevices.replace("geolocation=()", "geolocation=(self)"));
}

/** The same for every answer, so they are made once. A page with a policy of its own sets that over it. */
export function makeSecurityHeaders(isHttps: boolean): [name: string, value: string][] {
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  setPolicy(res, pagePolicy);
  res.setHeader("permissions-policy", noDevices);
  const common = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  common(res.req, res, () => {});
  return Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)]);
}

export function securityHeaders(isHttps: boolean): RequestHandler {
  const headers = new Map(makeSecurityHeaders(isHttps));
  return (_req, res, next) => {
    res.setHeaders(headers);
    next();
  };
}
