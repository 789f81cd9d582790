// Builds what a browser may get: every island and every style sheet is an entry of its own, with a hashed
// name, found by the server through the manifest, with its compressed twins.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";

const entriesOf = (folder: string, ending: string) =>
  readdirSync(join(import.meta.dirname, folder), { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(ending))
    .filter((file) => !file.name.endsWith(`.test${ending}`))
    .map((file) => join(import.meta.dirname, folder, file.name));

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [compression({ include: /\.(?:js|css|svg|wasm)$/, threshold: 0 })],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // Inlined images or fonts would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [...entriesOf("src/islands", ".ts"), ...entriesOf("src/styles", ".css")],
      output: {
        codeSplitting: {
          groups: [
            // What the page's one script needs at once comes in one piece: each further one is a round trip.
            { name: "first", test: /kept-form|notes-flag|preload-helper/ },
          ],
        },
      },
    },
  },
});
