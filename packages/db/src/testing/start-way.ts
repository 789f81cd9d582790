// A way to PostgreSQL that a test can freeze, so that nothing more comes through, or cut off.
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Way {
  /** Of the same database, by this way. */
  url: string;
  freeze(isFrozen: boolean): void;
  /** Ends every connection; while it is cut, new ones end at once. */
  cut(isCut: boolean): void;
}

/** It ends with the test. */
export async function startWay(databaseUrl: string): Promise<Way> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let isCut = false;
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((from) => {
    if (isCut) return void from.destroy();
    const to = connect(Number(target.port), target.hostname);
    const directions = [
      [from, to],
      [to, from],
    ] as const;
    for (const [one, other] of directions) {
      sockets.add(one);
      one.on("data", (bytes) => {
        if (!isFrozen) other.write(bytes);
      });
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    endAll();
    server.close();
  });
  const url = new URL(target);
  const address = server.address();
  if (address && typeof address === "object") url.port = String(address.port);
  return {
    url: url.href,
    freeze(frozen) {
      isFrozen = frozen;
    },
    cut(cut) {
      isCut = cut;
      if (cut) endAll();
    },
  };
}
