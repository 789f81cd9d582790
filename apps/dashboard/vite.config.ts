// Builds the staff app for /desk/. The server fills the nonce in and sends the compressed twins that
// are written here; in development the API comes from a server that is already running.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes `.br` and `.gz` beside each script, style and picture; index.html carries a nonce and is left. */
function compressedTwins(): Plugin {
  let folder = "";
  return {
    name: "compressed-twins",
    apply: "build",
    configResolved(config) {
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

const server = process.env.STUDYDESK_DEV_SERVER ?? "http://127.0.0.1:3000";
export default defineConfig({
  base: "/desk/",
  html: { cspNonce: "__NONCE__" },
  plugins: [react(), compressedTwins()],
  build: {
    // Inlined files would need data: in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Changes rarely: stays in the browser's cache while our own code moves on.
            { name: "framework", test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            {
              name: "data",
              test: /node_modules[\\/]@(?:trpc|tanstack)[\\/](?!.*(?:table|virtual))/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    // To the server a request from Vite's own address is its own, so signing in works here, too.
    proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } },
  },
});
