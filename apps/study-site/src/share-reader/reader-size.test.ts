// A recipient may sit in a train with an old phone: all that the reader page brings stays small.
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const mostBytes = 90 * 1024;

async function buildIsland(island: string): Promise<Rolldown.RolldownOutput["output"]> {
  const built = await build({
    configFile: false,
    root,
    logLevel: "silent",
    build: {
      write: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, "src", "islands", island) },
    },
  });
  if (!("output" in built)) throw new Error("Vite gave no single output");
  return built.output;
}

function compressedBytes(file: Rolldown.RolldownOutput["output"][number]): number {
  return gzipSync(file.type === "chunk" ? file.code : file.source).length;
}

it("the reader page takes at most 90 kB compressed, with argon2 and all four languages", async () => {
  const files = await buildIsland("share-reader.ts");
  const names = files.map(({ fileName }) => fileName).join("\n");
  // The passcode's worker with argon2 in it, and the style, are counted.
  expect(names).toContain("unlock-worker");
  expect(names).toContain(".css");
  const total = files.reduce((sum, file) => sum + compressedBytes(file), 0);
  expect(total).toBeGreaterThan(15 * 1024);
  expect(total).toBeLessThanOrEqual(mostBytes);
}, 30_000);
