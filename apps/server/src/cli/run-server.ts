// A server as a program: it runs until it is told to stop, then lets go of everything in order.
import { pino } from "pino";
import type { Env } from "../env";
import { type RunningServer, startServer } from "../main";

export async function runServer(env: Env): Promise<RunningServer> {
  // Lines go out together, within a second: writing each by itself took a tenth of a small answer's time.
  const lines = pino.destination({ sync: false, minLength: 4096, periodicFlush: 1000 });
  const log = pino(
    { level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    lines,
  );
  const server = await startServer({ env, log });
  let asked = false;
  const stop = (signal: NodeJS.Signals) => {
    // Whoever asks twice does not want to wait.
    if (asked) process.exit(1);
    asked = true;
    log.info({ signal }, "asked to stop");
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return server;
}
