// docs/security/sharing.md promises nothing that no test holds: each test it names stands where it says.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");
const page = readFileSync(join(root, "docs/security/sharing.md"), "utf8");
const named = [...page.matchAll(/^\| ([A-Z]\d+) +\| (\S+\.test\.ts) +\| (.+?) +\|$/gm)].map(
  ([, key = "", file = "", title = ""]) => ({ key, file, title }),
);

describe("The threat model of sharing", () => {
  it("names tests that stand where it says", () => {
    expect(named.length).toBeGreaterThan(60);
    const missing = named.filter(
      ({ file, title }) => !readFileSync(join(root, file), "utf8").includes(`it("${title}"`),
    );
    expect(missing).toEqual([]);
  });

  it("explains every test it refers to, and refers to every test but the opener's own", () => {
    const [text = ""] = page.split("## The tests");
    const used = new Set(text.match(/\b[A-Z]\d+\b/g));
    const keys = named.map(({ key }) => key);
    expect([...used].filter((key) => !keys.includes(key))).toEqual([]);
    expect(keys.filter((key) => !used.has(key))).toEqual(["O1"]);
  });
});
