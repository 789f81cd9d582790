// What every answer says to the browser. Policies start from nothing and name what is needed; none
// allows inline scripts, inline styles or another host.
import type { RequestHandler, Response } from "express";
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

export function setPolicy(res: Response, policy: Policy): void {
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
export function allowLocation(res: Response): void {
  res.setHeader("permissions-policy", noDevices.replace("geolocation=()", "geolocation=(self)"));
}

export function securityHeaders(isHttps: boolean): RequestHandler {
  const common = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  const usual = policyText(pagePolicy);
  return (req, res, next) => {
    res.setHeader("content-security-policy", usual);
    res.setHeader("permissions-policy", noDevices);
    common(req, res, next);
  };
}
