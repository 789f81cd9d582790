import { expect, it } from "vitest";
import { toShareableNote } from "./to-shareable-note";

const note = { id: 3, body: "Ask about it.", createdAt: "2026-09-01T09:00:00.000Z" };

it("a note on the whole has no quote", () => {
  expect(toShareableNote({ ...note, anchor: null })).toEqual(note);
});

it("the words of a lead are told apart from a study's, and neither names an id", () => {
  const message = { sourceType: "lead", fieldPath: "message.7", exact: "after three" } as const;
  const bound = { sourceType: "study", fieldPath: "criterion.12", exact: "18 years" } as const;
  expect(toShareableNote({ ...note, anchor: message }).quote).toEqual({
    text: "after three",
    source: "a message to us",
    isOfLead: true,
  });
  expect(toShareableNote({ ...note, anchor: bound }).quote).toEqual({
    text: "18 years",
    source: "who can take part in the study",
    isOfLead: false,
  });
});
