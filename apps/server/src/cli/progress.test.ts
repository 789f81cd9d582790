import { expect, it } from "vitest";
import { createProgress } from "./progress";

function run(isTTY: boolean, json = false) {
  const written: string[] = [];
  const clock = { at: 0 };
  const out = { isTTY, write: (text: string) => written.push(text) };
  return { written, clock, progress: createProgress({ json }, out, () => clock.at) };
}

it("writes a line every few seconds, and one for each new step", () => {
  const { written, clock, progress } = run(false);
  for (clock.at = 0; clock.at < 6_000; clock.at += 100) {
    progress.update("Adding leads", clock.at, 6_000);
  }
  progress.update("Counting", 1);
  progress.end();
  expect(written).toEqual([
    "Adding leads: 0 of 6,000\n",
    "Adding leads: 3,000 of 6,000\n",
    "Counting: 1\n",
  ]);
});

it("rewrites one line on a terminal and clears it at the end", () => {
  const { written, progress } = run(true);
  progress.update("Adding leads", 1, 2);
  progress.end();
  expect(written.join("")).toContain("\rAdding leads: 1 of 2".replace("\r", "\r\u001b[2K"));
  expect(written.at(-1)).toBe("\r\u001b[2K");
});

it("says nothing with --json", () => {
  const { written, progress } = run(true, true);
  progress.update("Adding leads", 1, 2);
  progress.end();
  expect(written).toEqual([]);
});
