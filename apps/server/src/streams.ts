// Lets a server stop: new connections are refused, requests under way finish, and live streams, which
// would never end by themselves, are ended. Browsers come back to the next server on their own.
import type { Server, ServerResponse } from "node:http";

export interface Streams {
  /** Resolves when the last connection is closed. */
  endAll(): Promise<void>;
}

export function createStreams(server: Server): Streams {
  const open = new Set<ServerResponse>();
  let ending = false;
  server.prependListener("request", (_req, res) => {
    open.add(res);
    res.once("close", () => open.delete(res));
    // A kept connection would hold the server open until its client lets go.
    if (ending) res.setHeader("connection", "close");
  });
  return {
    async endAll() {
      ending = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const res of open) {
        if (String(res.getHeader("content-type")).startsWith("text/event-stream")) res.end();
        else if (!res.headersSent) res.setHeader("connection", "close");
      }
      await closed;
    },
  };
}
