// What Lighthouse says of a study page on a slow phone, as it comes out of the box (mobile, simulated
// throttling). Three runs, for a busy machine slows one of them; the middle one of each counts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse, { type Result } from "lighthouse";
import { bytesLine } from "./measure";
import { startChromium } from "./start-chromium";
import { startDemo } from "./start-demo";

const least = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
const mostLayoutShift = 0;
const mostBytes = 60_000;
const runs = 3;

export async function benchLighthouse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-bench-"));
  try {
    const demo = await startDemo(folder);
    const browser = await startChromium();
    try {
      const url = `${demo.url}/studies/NCT06596954`;
      const results: Result[] = [];
      for (let run = 0; run < runs; run += 1) results.push(await audit(url, browser.port));
      report(results);
    } finally {
      await browser.stop();
      await demo.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function audit(url: string, port: number): Promise<Result> {
  const result = await lighthouse(url, { port, output: "json", logLevel: "error" });
  if (!result) throw new Error("Lighthouse gave no result.");
  const { runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse stopped: ${runtimeError.message}`);
  return result.lhr;
}

function report(results: readonly Result[]): void {
  const write = (line: string) => process.stdout.write(line);
  let isUnder = false;
  const judge = (what: string, value: number, isGood: boolean, unit = "") => {
    isUnder ||= !isGood;
    write(`${what.padEnd(56)} ${String(value).padStart(7)}${unit}${isGood ? "" : "   under"}\n`);
  };
  for (const [category, score] of Object.entries(least)) {
    const found = Math.round(
      100 * middle(results.map((one) => one.categories[category]?.score ?? 0)),
    );
    judge(category, found, found >= score);
  }
  const numberOf = (id: string) =>
    middle(results.map((one) => one.audits[id]?.numericValue ?? Number.NaN));
  const shift = numberOf("cumulative-layout-shift");
  judge("layout shift", shift, shift <= mostLayoutShift);
  const bytes = numberOf("total-byte-weight");
  write(bytesLine("sent in all", bytes));
  isUnder ||= !(bytes <= mostBytes);
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"]) {
    write(`${id.padEnd(56)} ${Math.round(numberOf(id)).toString().padStart(7)} ms\n`);
  }
  for (const line of complaints(results)) write(line);
  if (isUnder) process.exitCode = 1;
}

/** Every audit that counts towards a score and is not full, in any run. */
function complaints(results: readonly Result[]): Set<string> {
  const found = new Set<string>();
  for (const { categories, audits } of results) {
    for (const category of Object.values(categories)) {
      for (const { id, weight } of category.auditRefs) {
        const one = audits[id];
        const { score = null } = one ?? {};
        if (!one || weight === 0 || score === null || score >= 0.9) continue;
        found.add(`\n${category.id}: ${one.title}${nodesOf(one.details)}\n`);
      }
    }
  }
  return found;
}

function nodesOf(details: unknown): string {
  const text = JSON.stringify(details) ?? "";
  const snippets = [...text.matchAll(/"snippet":"((?:[^"\\]|\\.)*)"/g)].map(([, html]) => html);
  return snippets
    .slice(0, 5)
    .map((html) => `\n  ${html}`)
    .join("");
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
