// On one machine, localhost and 127.0.0.1 are two addresses with cookies of their own: whoever types
// the other one is led to the printed one, or they would be signed out there.
import type { RequestHandler } from "express";
import { isLoopbackHost } from "../env-schemas";

export function toPrintedAddress(baseUrl: string): RequestHandler {
  const own = new URL(baseUrl);
  if (!isLoopbackHost(own.hostname)) return (_req, _res, next) => next();
  return (req, res, next) => {
    if (req.method !== "GET") return next();
    const asked = URL.parse(`http://${req.get("host")}`);
    const isTwin =
      asked !== null && asked.hostname !== own.hostname && isLoopbackHost(asked.hostname);
    // A proxy's way of asking, with the host in the first line, is left alone.
    const isPath = req.originalUrl.startsWith("/");
    if (!isTwin || !isPath || req.path.startsWith("/api/")) return next();
    res.locals.route = "(other address)";
    // The path alone decides where on this host it goes: "//evil" must not become another host.
    res.redirect(307, baseUrl + req.originalUrl.replace(/^\/+/, "/"));
  };
}
