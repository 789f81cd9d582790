import { describe, expect, it } from "vitest";
import { idInField, noteAnchor } from "./note-anchor";
import { writeNoteInput } from "./note-inputs";
import { noteTags } from "./note-tags";

const anchor = {
  ...{ sourceType: "study", sourceId: "3", fieldPath: "criterion.12", revision: "2" },
  ...{ textSha256: "0".repeat(64), exact: "18", prefix: "aged ", suffix: "", start: 5, end: 7 },
};

describe("what a note is written with", () => {
  it("has one home, a lead or a study", () => {
    const sent = (home: unknown) => writeNoteInput.safeParse({ home, body: "Hello." }).success;
    expect(sent({ leadId: 1 })).toBe(true);
    expect(sent({ studyId: 1 })).toBe(true);
    for (const home of [{}, { leadId: 1, studyId: 1 }, { siteId: 1 }, { leadId: 0 }]) {
      expect(sent(home)).toBe(false);
    }
  });

  it.for([
    ["study", "title"],
    ["study", "overview.zh-Hans"],
    ["study", "criterion.12"],
    ["lead", "message.7"],
    ["lead", "activity.7"],
    ["lead", "evidence.7"],
  ] as const)("may be about a %s's %s", ([sourceType, fieldPath]) => {
    expect(noteAnchor.safeParse({ ...anchor, sourceType, fieldPath }).success).toBe(true);
  });

  it.for([
    { sourceType: "lead" },
    { fieldPath: "message.7" },
    { fieldPath: "criterion." },
    { fieldPath: "criterion.1.2" },
    { fieldPath: "phone" },
    { sourceType: "site", fieldPath: "title" },
    { sourceId: "1 or 1" },
    { exact: "" },
    { exact: "x".repeat(1001), end: 1006 },
    { end: 8 },
    { textSha256: "" },
    { more: 1 },
  ])("is about nothing else: %j", (change) => {
    expect(noteAnchor.safeParse({ ...anchor, ...change }).success).toBe(false);
  });

  it("has plain words for tags, each once", () => {
    expect(noteTags.parse([" travel\tcosts ", "Zürich", "zurich", "旅行"])).toEqual([
      ...["travel costs", "Zürich", "旅行"],
    ]);
    for (const tags of [[""], ["\u200b"], ["x".repeat(41)], Array.from("abcdefghijk")]) {
      expect(noteTags.safeParse(tags).success).toBe(false);
    }
  });
});

it("reads the id in a field's name", () => {
  expect(["message.7", "title", "overview.es"].map(idInField)).toEqual([7, undefined, undefined]);
});
