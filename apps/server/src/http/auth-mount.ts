// /api/auth: signing in and out, which set cookies, in the web's own Request and Response.
import type { AuthHandler } from "@studydesk/api/people/auth-handler";
import express, { Router } from "express";
import { headersOf } from "./headers-of";

export function authMount(baseUrl: string, handle: AuthHandler): Router {
  const router = Router();
  const body = express.raw({ type: () => true, limit: "8kb" });
  router.post("/api/auth/*path", body, async (req, res) => {
    const request = new Request(new URL(req.originalUrl, baseUrl), {
      method: req.method,
      headers: headersOf(req),
      ...(Buffer.isBuffer(req.body) ? { body: new Uint8Array(req.body) } : {}),
    });
    const answer = await handle(request, { network: res.locals.network });
    res.status(answer.status);
    for (const [name, value] of answer.headers) {
      if (name !== "set-cookie") res.set(name, value);
    }
    for (const cookie of answer.headers.getSetCookie()) res.append("set-cookie", cookie);
    res.send(await answer.text());
  });
  return router;
}
