// For the builds of both front ends: what browsers get is compressed once, as well as it can be, and not
// with each request as fast as it can be.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes `.br` and `.gz` beside each script, style and picture; a page that carries a nonce is left. */
export function compressedTwins() {
  let folder = "";
  return {
    name: "compressed-twins",
    apply: "build" as const,
    configResolved(config: { root: string; build: { outDir: string } }) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      const worthIt = files.filter((file) => /\.(?:js|css|svg|wasm)$/.test(file));
      await Promise.all(
        worthIt.map(async (file) => {
          const path = join(folder, file);
          const content = await readFile(path);
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
          await writeFile(`${path}.br`, await brotli(content, quality));
          await writeFile(`${path}.gz`, await zip(content, { level: 9 }));
        }),
      );
    },
  };
}
