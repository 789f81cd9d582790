// Serves an app on a free port of this machine for one test.
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** Its address, without a slash at the end. Call it inside a test: it ends with the test. */
export async function listenForTest(app: RequestListener): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}
