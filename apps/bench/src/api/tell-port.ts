// A comparison server says on stdout where it listens, and ends when it is told to.
import type { Server } from "node:http";

export function tellPort(server: Server): void {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address && typeof address === "object") {
      process.stdout.write(`http://127.0.0.1:${address.port}\n`);
    }
  });
  process.once("SIGTERM", () => process.exit(0));
}
