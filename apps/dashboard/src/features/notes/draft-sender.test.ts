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
    const dropped = vi.fn();
    let fault: Error | undefined;
    const sender = makeDraftSender({
      async send(each) {
        if (fault) throw fault;
        sent.push(each?.body ?? null);
      },
      isWorthAgain: (error) => error instanceof TypeError,
      dropped,
    });
    return { sent, sender, dropped, fail: (error?: Error) => (fault = error) };
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
    const { sent, sender, fail } = begin();
    fail(new TypeError("No connection."));
    sender.put(newNote, draft("Plum"));
    await vi.advanceTimersByTimeAsync(1_000);
    fail();
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Plum"]);
  });

  it("wait for their author where they were refused, and end where somebody else signs in", async () => {
    const { sent, sender, fail } = begin();
    fail(new Error("Nobody is signed in."));
    sender.put(newNote, draft("Plum"));
    await vi.advanceTimersByTimeAsync(60_000);
    fail();
    await vi.runAllTimersAsync();
    expect(sent).toEqual([]);
    sender.flush();
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Plum"]);
    sender.put(newNote, draft("Plums"));
    sender.stop();
    await vi.runAllTimersAsync();
    sender.flush();
    expect(sent).toEqual(["Plum"]);
    expect(sender.find(newNote)).toBeUndefined();
  });

  it("of two tabs: what one kept leaves the other, but for what was typed there", async () => {
    const { sent, sender, dropped } = begin();
    sender.learn(draft("Read from the server"));
    sender.droppedElsewhere();
    expect(sender.find(newNote)).toBeUndefined();
    sender.put(newNote, draft("Typed here"));
    await vi.runAllTimersAsync();
    sender.droppedElsewhere();
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Typed here", "Typed here"]);
    expect(dropped).not.toHaveBeenCalled();
    sender.drop(newNote);
    await vi.runAllTimersAsync();
    expect(dropped).toHaveBeenCalledOnce();
  });
});
