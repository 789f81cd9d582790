// Answers that are long enough go out compressed where the browser takes that: in one go, off the main thread.
import { promisify } from "node:util";
import { brotliCompress, constants, deflate, gzip } from "node:zlib";

const smallest = 1024;

const brotli = promisify(brotliCompress);
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** By name, the one that is liked best first. */
const methods: readonly [string, (body: Buffer) => Promise<Buffer>][] = [
  ["br", (body) => brotli(body, brotliOptions)],
  ["gzip", promisify<Buffer, Buffer>(gzip)],
  ["deflate", promisify<Buffer, Buffer>(deflate)],
];

export interface CompressedAnswer {
  body: Buffer;
  encoding: string;
}

/** Undefined: it goes out as it is. `accepted` is a list of names, without weights. */
export async function compressAnswer(
  body: Buffer,
  accepted: string | undefined,
): Promise<CompressedAnswer | undefined> {
  if (accepted === undefined || body.length < smallest) return undefined;
  const names = new Set(accepted.split(",").map((name) => name.trim().toLowerCase()));
  const method = methods.find(([name]) => names.has(name));
  if (!method) return undefined;
  const [encoding, compress] = method;
  return { body: await compress(body), encoding };
}

/** Weights and wildcards (`gzip;q=0.5`, `*`) take a reader of their own. */
export function isPlainAccepted(accepted: string | undefined): boolean {
  return accepted === undefined || /^[\w\s,-]*$/.test(accepted);
}
