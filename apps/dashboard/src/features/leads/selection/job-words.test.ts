import { describe, expect, it } from "vitest";
import { endedWords, type Job, taskWords } from "./job-words";

const now = new Date("2026-11-22T12:00:00.000Z");
const job: Job = {
  id: 1,
  task: { kind: "assign", ownerId: "bo" },
  undoes: null,
  status: "done",
  total: 312,
  done: 309,
  refused: 3,
  unchanged: 0,
  partly: 0,
  createdAt: "2026-11-22T11:59:00.000Z",
  endedAt: "2026-11-22T12:00:00.000Z",
  isUndone: false,
  canUndo: true,
};
const wordsOf = (over: Partial<Job>) => taskWords({ ...job, ...over }, now, () => "Bo Example");

describe("a job in words", () => {
  it("says what it does and did", () => {
    expect(wordsOf({}).doing).toBe("Assigning to Bo Example");
    expect(wordsOf({ task: { kind: "status", to: "declined" } }).done).toBe("Moved to Declined");
    expect(wordsOf({ task: { kind: "follow_up", at: null } }).done).toBe("Follow-ups cleared");
    expect(wordsOf({ task: { kind: "undo", of: "assign" } }).done).toBe("Taken back");
    expect(wordsOf({ task: { kind: "undo", of: "undo" } }).doing).toBe("Doing it again");
  });

  it("says who stayed as they were, and what was not begun", () => {
    const words = wordsOf({});
    expect(endedWords(job, words)).toBe(
      "Assigned to Bo Example: 309 leads. 3 leads stayed as they were.",
    );
    const undo = { task: { kind: "undo", of: "assign" }, refused: 0, done: 2, partly: 1 } as const;
    expect(endedWords({ ...job, ...undo }, wordsOf(undo))).toBe(
      "Taken back: 2 leads. 1 lead only in part.",
    );
    expect(endedWords({ ...job, done: 9, refused: 0, unchanged: 303 }, words)).toBe(
      "Assigned to Bo Example: 9 leads. 303 leads were so already.",
    );
    expect(endedWords({ ...job, status: "stopped", done: 50, refused: 1 }, words)).toBe(
      "Assigned to Bo Example: 50 leads. 1 lead stayed as it was. Stopped: 261 leads not begun.",
    );
  });
});
