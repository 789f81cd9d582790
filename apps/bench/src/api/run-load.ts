// Ten connections that each send the next request when the last one was answered. An answer that is not
// 200, or not right, ends the measurement: errors are fast, too.
import type { Connection } from "./connection";
import type { Operation, PreparedRequest } from "./operations";
import { readProcessorTime } from "./run-process";

export interface Load {
  /** Milliseconds of each answer. */
  times: number[];
  seconds: number;
  /** Milliseconds of the server's processor; 0 where the system does not tell. */
  processorTime: number;
}

/** One answer in so many is read as JSON and looked at; of all of them the status. */
const lookedAt = 16;

export async function runLoad(
  connections: readonly Connection[],
  next: Operation,
  { pid, seconds }: { pid: number; seconds: number },
): Promise<Load> {
  const times: number[] = [];
  const processorTimeBefore = readProcessorTime(pid);
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    connections.map(async (connection, index) => {
      for (let sent = 0; ; sent += 1) {
        const request = next(index);
        const sentAt = performance.now();
        const { status, body } = await connection.send(request.bytes);
        const now = performance.now();
        if (status !== 200) throw new Error(`Answered with ${status}: ${body.toString()}`);
        if (sent % lookedAt === 0) checkBody(request, body);
        times.push(now - sentAt);
        if (now >= until) return;
      }
    }),
  );
  return {
    times,
    seconds: (performance.now() - startedAt) / 1000,
    processorTime: readProcessorTime(pid) - processorTimeBefore,
  };
}

function checkBody(request: PreparedRequest, body: Buffer): void {
  request.check(JSON.parse(body.toString()));
}
