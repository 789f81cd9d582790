import { makeReplyKey } from "@studydesk/sealing/reply-key";
import { parseShareLink } from "@studydesk/sealing/share-link";
import { parseSharePayload } from "@studydesk/sealing/share-payload";
import { expect, it } from "vitest";
import { leadFactsOf } from "./lead-facts-of";
import { mailtoOf, memoOf, payloadOf, type ShareChoices, usualQuotes } from "./share-choices";

const choices: ShareChoices = {
  label: " For Dr Example ",
  notes: [{ id: 3, body: "Prefers mornings.", createdAt: "2026-09-01T09:00:00.000Z" }],
  quoteNoteIds: [],
  facts: [],
  authorName: undefined,
  takesReplies: false,
  passcode: "7K2M-9QXP-4T",
  expiresInDays: 7,
  maxViews: 5,
};

it("by itself a share holds the note's words and when they were written, nothing more", () => {
  expect(payloadOf(choices)).toEqual({
    version: 1,
    notes: [{ text: "Prefers mornings.", writtenAt: "2026-09-01T09:00:00.000Z" }],
  });
});

it("a share that may be answered says which browsers open the answer", async () => {
  const { publicKey } = await makeReplyKey();
  const payload = payloadOf({ ...choices, takesReplies: true }, [publicKey]);
  expect(payload.replyTo).toEqual([publicKey]);
  expect(parseSharePayload(payload).ok).toBe(true);
});

it("what was ticked goes along, the rest of the lead does not", () => {
  const facts = leadFactsOf({
    firstName: "Sam",
    lastName: "Example",
    email: "sam@example.com",
    phoneShown: null,
    phoneTyped: "555-0123",
    studyTitle: "A made-up study",
  });
  expect(facts.map((fact) => fact.label)).toEqual(["Name", "Study", "Phone", "E-mail"]);
  const ticked = facts.filter((fact) => fact.label === "Study");
  const payload = payloadOf({ ...choices, facts: ticked, authorName: "Robin Example" });
  expect(parseSharePayload(payload).ok).toBe(true);
  expect(payload).toMatchObject({
    authorName: "Robin Example",
    about: [{ label: "Study", value: "A made-up study" }],
  });
  expect(JSON.stringify(payload)).not.toMatch(/Sam|555|7K2M/);
});

it("a mailed link arrives whole, and without the passcode", () => {
  const path = `/n/${"A".repeat(22)}#1.${"B".repeat(42)}A`;
  const mail = new URL(mailtoOf(`https://desk.example.org${path}`));
  const body = new URLSearchParams(mail.search).get("body") ?? "";
  const link = body.split("\n").find((line) => line.startsWith("https://")) ?? "";
  expect(parseShareLink(link)).toEqual({ id: "A".repeat(22), secret: `${"B".repeat(42)}A` });
  expect(mail.hash).toBe("");
});

it("quotes of a study go along by themselves, a lead's own words only when ticked", () => {
  const [mornings] = choices.notes;
  const quote = { source: "a message to us", text: "Call me after three." };
  const notes = [
    { ...mornings, id: 4, body: "Late shift.", createdAt: "2026-09-02T09:00:00.000Z" },
    { ...mornings, id: 5, body: "Her words.", createdAt: "2026-09-03T09:00:00.000Z" },
  ].map((note) => ({ ...note, quote: { ...quote, isOfLead: note.id === 5 } }));
  expect(usualQuotes(notes)).toEqual([4]);
  const untouched = payloadOf({ ...choices, notes, quoteNoteIds: [4] });
  expect(untouched.notes.map((note) => note.quote)).toEqual([quote, undefined]);
  const ticked = payloadOf({ ...choices, notes, quoteNoteIds: [4, 5] });
  expect(ticked.notes.map((note) => note.quote)).toEqual([quote, quote]);
  expect(parseSharePayload(ticked).ok).toBe(true);
});

it("the label stays with the author, and the memo holds no words of a note", () => {
  expect(JSON.stringify(payloadOf(choices))).not.toContain("Dr Example");
  expect(memoOf(choices)).toMatchObject({ label: "For Dr Example", noteIds: [3] });
  expect(JSON.stringify(memoOf(choices))).not.toMatch(/mornings|7K2M/);
});
