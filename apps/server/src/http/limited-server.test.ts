import { once } from "node:events";
import type { RequestListener } from "node:http";
import { connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { startTestServer } from "../testing/start-test-server";
import { type ConnectionLimits, createLimitedServer } from "./limited-server";

const short: ConnectionLimits = {
  ...{ headersMs: 200, bodyMs: 200, uploadMs: 60_000, idleMs: 200, checkMs: 20 },
  ...{ headerBytes: 16 * 1024, connections: 50 },
};

async function listen(limits: Partial<ConnectionLimits>, answer: RequestListener) {
  const server = createLimitedServer({ ...short, ...limits });
  server.on("request", answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return address && typeof address === "object" ? address.port : 0;
}

/** What comes back on a bare connection until the other side closes it. */
function send(port: number, text: string | Buffer): { socket: Socket; answer: Promise<string> } {
  const socket = connect(port, "127.0.0.1", () => socket.write(text));
  onTestFinished(() => void socket.destroy());
  let heard = "";
  socket.setEncoding("utf8").on("data", (part) => {
    heard += part;
  });
  // Cut off may come as a reset: what was heard counts.
  socket.on("error", () => {});
  const answer = new Promise<string>((resolve) => {
    socket.once("close", () => resolve(heard));
  });
  return { socket, answer };
}

const readAll: RequestListener = (req, res) => {
  req.resume().once("end", () => res.end("done"));
};
const head = (path: string, more = "") => `POST ${path} HTTP/1.1\r\nHost: x\r\n${more}`;

describe("a connection", () => {
  it("is closed when headers or a body drip in, while an upload may take its time", async () => {
    const port = await listen({}, readAll);
    const upload = send(port, `${head("/api/imports", "Content-Length: 10\r\n")}\r\na`);
    const idle = send(port, "");
    const headers = send(port, head("/studies"));
    const body = send(port, `${head("/studies", "Content-Length: 10\r\n")}\r\na`);
    const chunked = send(port, `${head("/x", "Transfer-Encoding: chunked\r\n")}\r\n1\r\na\r\n`);
    expect(await headers.answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(await body.answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(await chunked.answer).toMatch(/^HTTP\/1\.1 408 /);
    await idle.answer;
    expect(upload.socket.closed).toBe(false);
    upload.socket.write("b".repeat(9));
    expect(await upload.answer).toContain("done");
  });

  it("is closed as well when the body still drips after the answer", async () => {
    const port = await listen({}, (_req, res) => res.writeHead(403).end("no"));
    const { answer } = send(port, `${head("/x", "Content-Length: 10\r\n")}\r\na`);
    expect(await answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  it("is refused beyond so many, and others go on", async () => {
    const port = await listen({ connections: 2, headersMs: 60_000 }, readAll);
    const first = send(port, "POST");
    const second = send(port, head("/x", "Content-Length: 1\r\n"));
    await Promise.all([once(first.socket, "connect"), once(second.socket, "connect")]);
    const third = send(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await third.answer).toBe("");
    second.socket.write("Connection: close\r\n\r\na");
    expect(await second.answer).toContain("done");
  });
});

it("answers what no browser sends with a number, and tells nothing of itself", async () => {
  const { port, logged } = await startTestServer();
  const sent: [number, string, string | Buffer][] = [
    [431, "endless headers", `GET / HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(20_000)}\r\n\r\n`],
    [431, "an endless address", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    [
      414,
      "a long address",
      `GET /${"a".repeat(6_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    ],
    [400, "two lengths", `${head("/", "Content-Length: 1\r\nContent-Length: 2\r\n")}\r\naa`],
    [
      400,
      "a length and chunks",
      `${head("/", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n")}\r\n0\r\n\r\n`,
    ],
    [400, "no host", "GET / HTTP/1.1\r\n\r\n"],
    [400, "a folded header", "GET / HTTP/1.1\r\nHost: x\r\nA: a\r\n b\r\n\r\n"],
    [400, "a space before the colon", "GET / HTTP/1.1\r\nHost: x\r\nA : a\r\n\r\n"],
    [400, "a bare line feed", "GET / HTTP/1.1\nHost: x\r\n\r\n"],
    [400, "noise", Buffer.from([0x16, 3, 1, 0, 0xa5, 1])],
  ];
  for (const [status, what, text] of sent) {
    const answer = await send(port, text).answer;
    expect(answer, what).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer, what).not.toMatch(/\n\s+at |node_modules/);
  }
  expect(logged()).not.toContain("aaaa");
});
