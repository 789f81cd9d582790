import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import express from "express";
import { expect, it, onTestFinished } from "vitest";
import { listenForTest } from "../testing/listen-for-test";
import { ask } from "../testing/start-test-server";
import { deskShell } from "./desk-shell";
import { staticFiles } from "./static-files";

const script = "console.log('hello')";

async function open(isBuilt = true): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), "studydesk-dist-"));
  writeFileSync(join(dist, "..", "outside.txt"), "outside");
  if (isBuilt) {
    mkdirSync(join(dist, "assets"));
    mkdirSync(join(dist, ".vite"));
    writeFileSync(join(dist, ".vite", "manifest.json"), "{}");
    writeFileSync(join(dist, "index.html"), '<script nonce="__NONCE__"></script><p>__NONCE__</p>');
    writeFileSync(join(dist, "robots.txt"), "User-agent: *");
    writeFileSync(join(dist, "assets", "app-1.js"), script);
    writeFileSync(join(dist, "assets", "app-1.js.br"), brotliCompressSync(script));
    writeFileSync(join(dist, "assets", "app-1.js.gz"), gzipSync(script));
    writeFileSync(join(dist, "assets", "app-1.css"), "p{}");
  }
  const app = express();
  app.use("/files", staticFiles(dist));
  app.use(deskShell(dist));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  return listenForTest(app);
}

it("sends the twin that the browser takes, to be kept for good", async () => {
  const url = await open();
  const get = (accepted: string) =>
    ask(`${url}/files/assets/app-1.js`, { headers: { "accept-encoding": accepted } });
  const raw = await fetch(`${url}/files/assets/app-1.js`, { headers: { "accept-encoding": "br" } });
  expect(await raw.text()).toBe(script);
  expect((await get("gzip, deflate, br")).headers).toMatchObject({
    "content-encoding": "br",
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    "content-security-policy": expect.stringContaining("'wasm-unsafe-eval'"),
  });
  expect((await get("gzip")).headers["content-encoding"]).toBe("gzip");
  expect((await get("br;q=0, gzip;q=0")).body).toBe(script);
  expect((await get("identity")).headers["content-encoding"]).toBeUndefined();
  const plain = await ask(`${url}/files/assets/app-1.css`, {
    headers: { "accept-encoding": "br" },
  });
  expect(plain).toMatchObject({ status: 200, body: "p{}" });
  expect((await ask(`${url}/files/robots.txt`)).headers["cache-control"]).toBe(
    "public, max-age=3600",
  );
});

it.each([
  "/files/index.html",
  "/files/.vite/manifest.json",
  "/files/assets/app-1.js.br",
  "/files/assets",
  "/files/../outside.txt",
  "/files/..%2foutside.txt",
  "/files/assets/..%2f..%2foutside.txt",
  "/files/assets/app-2.js",
])("does not give out %s", async (path) => {
  const url = await open();
  expect((await ask(url + path)).status).toBe(404);
});

it("gives the staff app a new nonce each time, the one that its policy names", async () => {
  const url = await open();
  const nonces = new Set<string>();
  for (const path of ["/desk", "/desk/", "/desk/leads/7", "/desk/invitation"]) {
    const { status, headers, body } = await ask(url + path);
    expect(status).toBe(200);
    const [, nonce = ""] = /nonce="([^"]+)"/.exec(body) ?? [];
    nonces.add(nonce);
    expect(body).toBe(`<script nonce="${nonce}"></script><p>${nonce}</p>`);
    const policy = String(headers["content-security-policy"]);
    expect(policy.split(`'nonce-${nonce}'`)).toHaveLength(3);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
  }
  expect(nonces.size).toBe(4);
  expect((await ask(`${url}/desk/assets/gone.js`)).status).toBe(404);
  expect((await ask(`${url}/desk/assets/app-1.js`)).body).toBe(script);
});

it("says so when the staff app is not built", async () => {
  const url = await open(false);
  const { status, body } = await ask(`${url}/desk`);
  expect(status).toBe(503);
  expect(body).toContain("pnpm build");
});
