import { describe, expect, it } from "vitest";
import type { LogContact, TimelineEntry } from "./lead-types";
import { isLoggedAlready } from "./logged-already";

const sent: LogContact = {
  leadId: 7,
  channel: "phone",
  outcome: "no_answer",
  note: "rang twice",
  expectedVersion: 3,
};

function attempt(
  byUserId: string,
  over: Partial<Extract<TimelineEntry["activity"], { kind: "contact_attempted" }>> = {},
): Pick<TimelineEntry, "byUserId" | "activity"> {
  return {
    byUserId,
    activity: {
      kind: "contact_attempted",
      attemptId: 1,
      channel: "phone",
      outcome: "no_answer",
      note: "rang twice",
      ...over,
    },
  };
}

describe("an attempt that met a conflict", () => {
  it("was logged already when the newest attempt is mine and the same", () => {
    expect(isLoggedAlready({ version: 4 }, [attempt("me")], sent, "me")).toBe(true);
  });

  it("was not when somebody else logged the same thing", () => {
    expect(isLoggedAlready({ version: 4 }, [attempt("mei")], sent, "me")).toBe(false);
  });

  it("was not when more than this one change happened", () => {
    expect(isLoggedAlready({ version: 5 }, [attempt("me")], sent, "me")).toBe(false);
  });

  it("was not when the outcome or the note is another one", () => {
    const other = attempt("me", { outcome: "busy" });
    expect(isLoggedAlready({ version: 4 }, [other], sent, "me")).toBe(false);
    const unwritten = attempt("me", { note: null });
    expect(isLoggedAlready({ version: 4 }, [unwritten], sent, "me")).toBe(false);
    expect(isLoggedAlready({ version: 4 }, [], sent, "me")).toBe(false);
  });
});
