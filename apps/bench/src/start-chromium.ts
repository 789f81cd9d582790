// A browser to be audited with: the one from npm on Linux x64, elsewhere the Chrome that CHROME_PATH names.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";

export interface Browser {
  /** Of its debugging protocol. */
  port: number;
  stop(): Promise<void>;
}

export async function startChromium(): Promise<Browser> {
  const isBundled = process.platform === "linux" && process.arch === "x64";
  const path = isBundled ? await chromium.executablePath() : process.env.CHROME_PATH;
  if (!path) throw new Error("No browser is known. Set CHROME_PATH to an installed Chrome.");
  const profile = mkdtempSync(join(tmpdir(), "studydesk-chromium-"));
  const child = spawn(
    path,
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-extensions",
      "--no-first-run",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  const port = await new Promise<number>((found, failed) => {
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const match = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said);
      if (match?.[1]) found(Number(match[1]));
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The browser stopped with ${code}:\n${said}`)));
  });
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
