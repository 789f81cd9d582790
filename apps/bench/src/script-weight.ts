// What the scripts weigh that a study page brings in on demand, with all that each needs at once and the
// words of one language; what they in turn bring in later does not count.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root } from "./start-demo";

interface Built {
  file: string;
  imports?: string[];
}

const dist = join(root, "apps/study-site/dist");

/** Bytes as sent (Brotli). `alreadyThere` came with the page. */
export function weighScript(
  sources: readonly string[],
  alreadyThere: readonly string[] = [],
): number {
  const manifest: Record<string, Built> = JSON.parse(
    readFileSync(join(dist, ".vite/manifest.json"), "utf8"),
  );
  const files = new Set<string>();
  const collect = (source: string) => {
    const built = manifest[source];
    if (!built) throw new Error(`The build has no ${source}.`);
    if (files.has(built.file) || alreadyThere.includes(source)) return;
    files.add(built.file);
    for (const needed of built.imports ?? []) collect(needed);
  };
  for (const source of sources) collect(source);
  return [...files].reduce((sum, file) => sum + packedBytes(join(dist, file)), 0);
}

function packedBytes(path: string): number {
  const twin = `${path}.br`;
  return existsSync(twin) ? statSync(twin).size : brotliCompressSync(readFileSync(path)).byteLength;
}
