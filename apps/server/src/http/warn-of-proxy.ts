// A proxy in front that was not announced makes everybody look like one caller: limits then hit all at
// once. Said once, in the log, with what to set.
import type { RequestHandler } from "express";
import type { Logger } from "pino";

export function warnOfProxy(log: Logger, trustProxy: false | number | string[]): RequestHandler {
  let isSaid = trustProxy !== false;
  return (req, _res, next) => {
    if (!isSaid && req.get("x-forwarded-for") !== undefined) {
      isSaid = true;
      log.warn(
        "requests come through a proxy, but TRUST_PROXY is not set: rate limits take all visitors for one. Example: TRUST_PROXY=1",
      );
    }
    next();
  };
}
