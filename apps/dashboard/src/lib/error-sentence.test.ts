import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { errorSentence, isSignedOut, isStale, isUnreachable, refusalOf } from "./error-sentence";

function answered(message: string, domain: unknown) {
  return TRPCClientError.from({ error: { code: -32000, message, data: { domain } } });
}

const stale = answered("Somebody changed this lead.", {
  code: "conflict",
  reason: "stale_version",
  details: { currentVersion: 4 },
});
const lost = TRPCClientError.from(new TypeError("Failed to fetch"));

describe("what a person reads when something failed", () => {
  it("is the server's own sentence when it answered", () => {
    expect(errorSentence(stale)).toBe("Somebody changed this lead.");
    expect(refusalOf(stale)?.details).toEqual({ currentVersion: 4 });
    expect(isStale(stale)).toBe(true);
    expect(isUnreachable(stale)).toBe(false);
  });

  it("speaks of the connection when no answer came, never in the browser's words", () => {
    expect(isUnreachable(lost)).toBe(true);
    expect(errorSentence(lost)).not.toContain("Failed to fetch");
    expect(refusalOf(lost)).toBeUndefined();
  });

  it("keeps a fault of the page's own to itself", () => {
    const fault = new TypeError("undefined is not a function");
    expect(errorSentence(fault)).not.toContain("undefined");
    expect(isUnreachable(fault)).toBe(false);
  });

  it("knows the end of a session from any other refusal", () => {
    const signedOut = answered("You are signed out.", {
      code: "unauthenticated",
      reason: null,
      details: null,
    });
    expect(isSignedOut(signedOut)).toBe(true);
    expect(isSignedOut(stale)).toBe(false);
  });

  it("takes an answer of a shape that it does not know for no refusal", () => {
    expect(refusalOf(answered("Something went wrong.", { code: "teapot" }))).toBeUndefined();
    expect(errorSentence(answered("Something went wrong.", null))).toBe("Something went wrong.");
  });
});
