import { describe, expect, it } from "vitest";
import { arePeopleMixed } from "./chosen-notes";
import type { MyNote } from "./use-my-notes";

const note = (id: number, home: MyNote["home"]): MyNote => ({
  ...{ id, home, body: "Something.", tags: [], anchor: null, place: { state: "whole" } },
  ...{ pinnedAt: null, origin: "written", version: 1, homeTitle: "", siteName: null },
  ...{ createdAt: "2026-09-01T12:00:00.000Z", updatedAt: "2026-09-01T12:00:00.000Z" },
});

describe("notes that were chosen to be shared", () => {
  it("go together when they are on one person and on studies, and never on two people", () => {
    const ofOne = [note(1, { leadId: 7 }), note(2, { leadId: 7 })];
    const ofStudies = [note(3, { studyId: 7 }), note(4, { studyId: 8 })];
    expect(arePeopleMixed([])).toBe(false);
    expect(arePeopleMixed([...ofOne, ...ofStudies])).toBe(false);
    expect(arePeopleMixed([...ofOne, note(5, { leadId: 8 })])).toBe(true);
  });
});
