// How much time and room a caller gets before anything is known of them: slow headers, bodies that drip in,
// endless headers and crowds of connections are cut off. Node sees to all but the bodies: its own limit is
// one for every request, and has to leave time for a large file over a slow line.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

export interface ConnectionLimits {
  headersMs: number;
  /** For a body, except of an upload. */
  bodyMs: number;
  /** For a whole upload: 100 MB at 1.5 Mbit/s. */
  uploadMs: number;
  /** For a kept connection without a request: longer than proxies keep theirs, or they meet a closed one. */
  idleMs: number;
  /** How often the times are looked at. */
  checkMs: number;
  /** The address included. */
  headerBytes: number;
  /** Live streams of all tabs are among them. */
  connections: number;
}

const usualLimits: ConnectionLimits = {
  headersMs: 15_000,
  bodyMs: 30_000,
  uploadMs: 600_000,
  idleMs: 75_000,
  checkMs: 5_000,
  headerBytes: 16 * 1024,
  connections: 5_000,
};

export function createLimitedServer(limits: ConnectionLimits = usualLimits): Server {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.uploadMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkMs,
    maxHeaderSize: limits.headerBytes,
  });
  server.maxConnections = limits.connections;
  server.on("request", (req, res) => limitBody(req, res, limits.bodyMs));
  return server;
}

function limitBody(req: IncomingMessage, res: ServerResponse, ms: number): void {
  const { "content-length": length, "transfer-encoding": encoding } = req.headers;
  const hasBody = length !== undefined || encoding !== undefined;
  if (!hasBody || req.url === "/api/imports") return;
  const late = setTimeout(() => {
    if (req.complete) return;
    if (res.headersSent) return void req.destroy();
    res.writeHead(408, { connection: "close", "content-length": "0" });
    res.end(() => req.destroy());
  }, ms);
  late.unref();
  req.once("close", () => clearTimeout(late));
}
