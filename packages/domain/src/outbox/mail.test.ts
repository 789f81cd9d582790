import fc from "fast-check";
import { expect, it } from "vitest";
import { mailGivesUp, mailRetryDelay } from "./mail";

const hour = 3_600_000;

it("waits a minute first, doubles, and never waits more than four hours", () => {
  expect(mailRetryDelay(1, 1)).toBe(60_000);
  expect(mailRetryDelay(2, 1)).toBe(120_000);
  expect(mailRetryDelay(8, 1)).toBe(128 * 60_000);
  expect(mailRetryDelay(9, 1)).toBe(4 * hour);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, random) => {
        const delay = mailRetryDelay(n, random);
        expect(delay).toBeGreaterThanOrEqual(30_000);
        expect(delay).toBeLessThanOrEqual(4 * hour);
      },
    ),
  );
});

it.each([
  { days: 2.99, attempts: 500, gone: false },
  { days: 3, attempts: 8, gone: true },
  { days: 3, attempts: 7, gone: false },
  { days: 30, attempts: 1, gone: false },
])("after $days days and $attempts tries, giving up is $gone", ({ days, attempts, gone }) => {
  const createdAt = "2026-03-01T00:00:00.000Z";
  const now = new Date(Date.parse(createdAt) + days * 24 * hour);
  expect(mailGivesUp({ createdAt, attempts }, now)).toBe(gone);
});
