import { describe, expect, it } from "vitest";
import { type LeadForWhy, whyNext } from "./why-next";

const now = new Date("2026-09-01T12:00:00.000Z");
const lead: LeadForWhy = {
  createdAt: "2026-08-31T10:30:00.000Z",
  statusSince: "2026-08-28T10:00:00.000Z",
  lastAttemptAt: null,
  followUpAt: "2026-09-01T11:05:00.000Z",
  promiseHours: 24,
  siteTimeZone: "America/Chicago",
};

describe("whyNext", () => {
  it.each([
    ["callback", {}, "Asked to be called back today at 06:05."],
    ["overdue", {}, "The follow-up was due today at 06:05."],
    [
      "overdue",
      { followUpAt: "2026-08-31T15:00:00.000Z" },
      "The follow-up was due on 31 Aug at 10:00.",
    ],
    ["due", { followUpAt: "2026-09-01T20:30:00.000Z" }, "The follow-up is due today at 15:30."],
    ["past_promise", {}, "Waiting for 25 hours; the promise is 24 hours."],
    ["past_promise", { promiseHours: 1 }, "Waiting for 25 hours; the promise is 1 hour."],
    ["new", { createdAt: "2026-09-01T11:59:01.000Z" }, "New, waiting for less than a minute."],
    ["new", { createdAt: "2026-09-01T11:59:00.000Z" }, "New, waiting for 1 minute."],
    ["new", { createdAt: "2026-09-01T11:00:01.000Z" }, "New, waiting for 59 minutes."],
    ["new", { createdAt: "2026-09-01T11:00:00.000Z" }, "New, waiting for 1 hour."],
    ["new", { createdAt: "2026-08-30T12:00:00.000Z" }, "New, waiting for 2 days."],
    ["stalled", {}, "No next step is set, and nothing has happened for 4 days."],
    [
      "stalled",
      { lastAttemptAt: "2026-08-29T10:00:00.000Z" },
      "No next step is set, and nothing has happened for 3 days.",
    ],
  ] as const)("for %s with %o says: %s", (kind, change, sentence) => {
    expect(whyNext(kind, { ...lead, ...change }, now)).toBe(sentence);
  });
});
