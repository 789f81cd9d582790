// One keep-alive connection that does as little as HTTP allows: a client that worked as hard as the server
// would measure itself. It still reads every status and the whole of every body.
import { connect, type Socket } from "node:net";

export interface Answer {
  status: number;
  body: Buffer;
}

export interface Connection {
  /** One at a time. */
  send(request: Buffer): Promise<Answer>;
  close(): void;
}

const headEnd = Buffer.from("\r\n\r\n");
const lastChunk = Buffer.from("0\r\n\r\n");

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return speakOver(socket);
}

function speakOver(socket: Socket): Connection {
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let received: Buffer = Buffer.alloc(0);
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on("data", (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = readAnswer(received);
    if (!answer || !waiting) return;
    const { resolve } = waiting;
    waiting = undefined;
    received = Buffer.alloc(0);
    resolve(answer);
  });
  socket.once("error", fail);
  socket.once("close", () => fail(new Error("The server closed the connection.")));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Undefined: more is to come. */
function readAnswer(received: Buffer): Answer | undefined {
  const end = received.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = received.toString("latin1", 0, end);
  const status = Number(head.slice(9, 12));
  const start = end + headEnd.length;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const stop = start + Number(length);
    return received.length < stop ? undefined : { status, body: received.subarray(start, stop) };
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) {
    throw new Error("The answer does not say how long it is.");
  }
  // JSON holds no bare line ends, so the last chunk cannot stand within it.
  if (!received.subarray(-lastChunk.length).equals(lastChunk)) return undefined;
  return { status, body: joinChunks(received.subarray(start)) };
}

function joinChunks(encoded: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = encoded.indexOf("\r\n", at);
    const size = Number.parseInt(encoded.toString("latin1", at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(encoded.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

export interface HttpRequest {
  method: "GET" | "POST";
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

export function writeRequest(port: number, { method, path, headers, body }: HttpRequest): Buffer {
  const json = body === undefined ? "" : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    "accept: */*",
    ...(json
      ? ["content-type: application/json", `content-length: ${Buffer.byteLength(json)}`]
      : []),
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${json}`);
}
