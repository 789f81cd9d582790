import { describe, expect, it } from "vitest";
import { looksAfterItself } from "./event-filters";

describe("what an event makes old", () => {
  it("leaves out the queries that look after themselves", () => {
    expect(looksAfterItself({ meta: { live: "own" } })).toBe(true);
    expect(looksAfterItself({ meta: {} })).toBe(false);
    expect(looksAfterItself({ meta: undefined })).toBe(false);
  });
});
