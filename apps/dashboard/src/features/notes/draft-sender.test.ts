import type { NoteDraft } from "@studydesk/domain/notes/note-inputs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftName, makeDraftSender, newNote } from "./draft-sender";

const draft = (body: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  body,
  tags: [],
  ...more,
});

describe("Drafts of notes", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function begin() {
    const sent: (string | null)[] = [];
    let isDown = false;
    const sender = makeDraftSender(async (each) => {
      if (isDown) throw new Error("No connection.");
      sent.push(each?.body ?? null);
    });
    return { sent, sender, cut: (cut: boolean) => (isDown = cut) };
  }

  it("are sent a moment after a key, the newest words alone", async () => {
    const { sent, sender } = begin();
    sender.put(newNote, draft("Pl"));
    sender.put(newNote, draft("Plum"));
    expect(sent).toEqual([]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Plum"]);
  });

  it("are sent at once when the page is left, and not twice", async () => {
    const { sent, sender } = begin();
    sender.put(newNote, draft("Plum"));
    sender.flush(true);
    expect(sent).toEqual(["Plum"]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Plum"]);
  });

  it("are gone once kept, and what else was begun takes their place", async () => {
    const { sent, sender } = begin();
    sender.learn(draft("From before", { noteId: 7 }));
    sender.put(newNote, draft("Plum"));
    sender.drop(newNote);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["From before"]);
    sender.drop(draftName({ noteId: 7 }));
    await vi.runAllTimersAsync();
    expect(sent.at(-1)).toBeNull();
  });

  it("are sent again after the connection was cut", async () => {
    const { sent, sender, cut } = begin();
    cut(true);
    sender.put(newNote, draft("Plum"));
    await vi.advanceTimersByTimeAsync(1_000);
    cut(false);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Plum"]);
  });
});
