// A server that speaks OpenAI's chat completions, in this process: it answers with what a journey says,
// or waits when it says nothing.
import { createServer } from "node:http";

export interface Ai {
  /** For AI_BASE_URL. */
  url: string;
  /** The bodies that came in. */
  asked: readonly string[];
  /** The next answers; undefined: none comes. */
  says(content: string | undefined): void;
  stop(): Promise<void>;
}

export async function startAi(): Promise<Ai> {
  const asked: string[] = [];
  let content: string | undefined;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    asked.push(body);
    if (content === undefined) return;
    response.setHeader("content-type", "application/json");
    const message = { role: "assistant", content };
    response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: "stop" }] }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    says(next) {
      content = next;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
