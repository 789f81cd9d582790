// docs/security/asvs.md says by what each row is held: the rows are all there, and so are the files.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "./env";

const page = readFileSync(join(repositoryRoot, "docs/security/asvs.md"), "utf8");
const rows = [...page.matchAll(/^\| +(\d+\.\d+\.\d+) +\|[^|]+\| ([^|]+) \| ([^|]*)\|$/gm)].map(
  ([, id = "", verdict = "", by = ""]) => ({ id, verdict: verdict.trim(), by: by.trim() }),
);
const files = new Map(
  [...page.matchAll(/^\| +([A-Z]+2?) +\| +`([^`]+)` +\|$/gm)].map(([, key = "", file = ""]) => [
    key,
    file,
  ]),
);

it("has every requirement of levels 1 and 2 once, with a verdict", () => {
  const elsewhere = page.match(/^Nothing of it is there[^|]+?\.$/gm)?.join(" ") ?? "";
  const ids = [...rows.map(({ id }) => id), ...(elsewhere.match(/\d+\.\d+\.\d+/g) ?? [])];
  // 70 of level 1 and 183 of level 2.
  expect(new Set(ids).size).toBe(253);
  expect(ids).toHaveLength(253);
  const verdicts = ["held", "built", "partly", "no", "yours", "–"];
  expect(rows.filter(({ verdict }) => !verdicts.includes(verdict))).toEqual([]);
});

it("names files that there are, and for what is held a test", () => {
  for (const [key, file] of files) expect(existsSync(join(repositoryRoot, file)), key).toBe(true);
  for (const [, path = ""] of page.matchAll(/`((?:apps|packages|docs)\/[^`]+)`/g)) {
    expect(existsSync(join(repositoryRoot, path)), path).toBe(true);
  }
  const unheld = rows.filter(({ verdict, by }) => {
    const named = by.match(/\b[A-Z]{1,2}2?\b/g) ?? [];
    return verdict === "held" && !named.some((key) => files.has(key));
  });
  expect(unheld).toEqual([]);
});
