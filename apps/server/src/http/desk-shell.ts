// The staff app's one page, the same for everybody: it is served before anyone is known, and asks the
// API who is there. Links in mail lead anywhere below /desk.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Router } from "express";
import { deskPolicy, setPolicy } from "./security-headers";
import { staticFiles } from "./static-files";

export function deskShell(dist: string): Router {
  const file = join(dist, "index.html");
  const page = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const router = Router();
  router.use("/desk", staticFiles(dist));
  router.get(["/desk", "/desk/*path"], (req, res, next) => {
    if (req.path.startsWith("/desk/assets/")) return next();
    res.locals.route = "/desk/*path";
    res.set("cache-control", "no-store");
    if (page === undefined) {
      res
        .status(503)
        .type("text/plain")
        .send("The dashboard is not built yet. Run `pnpm build`, then start again.\n");
      return;
    }
    const nonce = randomBytes(16).toString("base64");
    setPolicy(res, deskPolicy(nonce));
    res.set("referrer-policy", "no-referrer");
    res.type("html").send(page.replaceAll("__NONCE__", nonce));
  });
  return router;
}
