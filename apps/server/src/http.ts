// The order in which a request meets the rooms of the server: the dashboard's calls, then number and log,
// headers, health, built files, the API, the staff app, and last the public pages.
import type { RequestListener } from "node:http";
import type { Deps } from "@studydesk/api/deps";
import type { AuthHandler } from "@studydesk/api/people/auth-handler";
import type { Viewers } from "@studydesk/api/people/viewers";
import compression from "compression";
import express, { type Express } from "express";
import type { Logger } from "pino";
import { dashboardDist, readBuiltSite, studySiteDist } from "./built-site";
import { answerErrors, answerNotFound } from "./http/answer-errors";
import { authMount } from "./http/auth-mount";
import { deskCalls } from "./http/desk-calls";
import { deskShell } from "./http/desk-shell";
import { health } from "./http/health";
import { createMetrics, type Metrics } from "./http/metrics";
import { refuseForeign } from "./http/refuse-foreign";
import { refuseLongAddress } from "./http/refuse-long-address";
import { replyRoutes } from "./http/reply-routes";
import { requestLog } from "./http/request-log";
import { securityHeaders } from "./http/security-headers";
import { shareMount } from "./http/share-mount";
import { shareReader } from "./http/share-reader";
import { staticFiles } from "./http/static-files";
import { toPrintedAddress } from "./http/to-printed-address";
import { transferMount } from "./http/transfer-mount";
import { trpcMount } from "./http/trpc-mount";
import { warnOfProxy } from "./http/warn-of-proxy";
import { formEndpoints } from "./public/form-endpoints";
import { pageShells } from "./public/page-shells";
import { publicPages } from "./public/public-pages";
import { siteFiles } from "./public/site-files";
import { visitorShareRoutes } from "./public/visitor-share-routes";

export interface HttpParts {
  deps: Deps;
  viewers: Viewers;
  handleAuth: AuthHandler;
  log: Logger;
  trustProxy: false | number | string[];
  isDemo: boolean;
  isStopping: () => boolean;
}

export function createHttpApp(parts: HttpParts): RequestListener {
  const { deps, viewers, log, trustProxy } = parts;
  const metrics = createMetrics(deps);
  return deskCalls({ deps, viewers, log, metrics, trustProxy }, createRooms(parts, metrics));
}

/** All but the dashboard's batches of calls; apart, so that its routes can be listed. */
export function createRooms(parts: HttpParts, metrics: Metrics): Express {
  const { deps, viewers, handleAuth, log, isStopping } = parts;
  const { baseUrl } = deps;
  const site = readBuiltSite(studySiteDist);
  const shellOf = pageShells(site, baseUrl, parts.isDemo);

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", parts.trustProxy);
  app.set("query parser", "simple");
  app.use(requestLog(log), metrics.measure, securityHeaders(baseUrl.startsWith("https:")));
  app.use(warnOfProxy(log, parts.trustProxy), refuseLongAddress);
  app.use(health(deps, isStopping));
  app.get("/metrics", metrics.answer);
  app.use(toPrintedAddress(baseUrl));
  app.use(compression({ filter: isWorthCompressing }));
  app.use(trpcMount(deps, viewers));
  app.use(staticFiles(studySiteDist));
  app.use(refuseForeign(baseUrl));
  app.use(authMount(baseUrl, handleAuth));
  app.use(transferMount(deps, viewers));
  app.use(shareMount(deps));
  app.use(replyRoutes(deps));
  app.use(visitorShareRoutes(deps));
  app.use(formEndpoints(deps));
  app.use("/api", answerNotFound(shellOf));
  app.use(deskShell(dashboardDist));
  app.use(shareReader(site));
  app.use(siteFiles(deps));
  app.use(publicPages({ deps, log, shellOf }));
  app.use(answerNotFound(shellOf));
  app.use(answerErrors(shellOf));
  return app;
}

/** A live stream must not wait in a buffer. */
const isWorthCompressing: compression.CompressionFilter = (req, res) =>
  !String(res.getHeader("content-type")).startsWith("text/event-stream") &&
  compression.filter(req, res);
