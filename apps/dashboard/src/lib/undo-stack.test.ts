import { describe, expect, it } from "vitest";
import { createUndoStack, type Undoable } from "./undo-stack";

function setUp(kept = new Map<string, string>()) {
  let at = 1_000_000_000;
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
  const undone: Undoable[] = [];
  const stack = createUndoStack(storage, () => at);
  const open = (userId = "ada") =>
    stack.openFor(userId, async (what, then) => {
      undone.push(what);
      then();
    });
  open();
  const advance = (ms: number) => {
    at += ms;
  };
  return { stack, undone, kept, open, advance };
}

const change = (id: number) => ({ kind: "change" as const, id });
/** Until what was asked for is done. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("what can be taken back", () => {
  it("is the newest first, each once", async () => {
    const { stack, undone } = setUp();
    stack.push({ what: change(1) });
    stack.push({ what: { kind: "job", id: 7 } });
    stack.undoNewest();
    stack.undoNewest();
    expect(stack.undoNewest()).toBeUndefined();
    await settle();
    expect(undone).toEqual([{ kind: "job", id: 7 }, change(1)]);
  });

  it("is there after a reload, as ids alone, and only for the same person", async () => {
    const before = setUp();
    before.stack.push({ what: change(1), onUndone: () => undefined });
    before.stack.push({ run: () => undefined });
    expect([...before.kept.values()].join()).toBe(
      '{"userId":"ada","entries":[{"kind":"change","id":1,"at":1000000000}]}',
    );
    const after = setUp(before.kept);
    after.stack.undoNewest();
    await settle();
    expect(after.undone).toEqual([change(1)]);
    before.stack.push({ what: change(2) });
    const other = setUp(before.kept);
    other.open("bo");
    expect(other.stack.undoNewest()).toBeUndefined();
  });

  it("ends with the session's life", () => {
    const { stack, advance } = setUp();
    stack.push({ what: change(1) });
    advance(12 * 3_600_000);
    expect(stack.undoNewest()).toBeUndefined();
  });

  it("forgets what is done for good, and tells who offered it when it was taken back", async () => {
    const { stack, undone } = setUp();
    const heard: string[] = [];
    const first = stack.push({ run: () => heard.push("gone") });
    stack.push({ what: change(2), onUndone: () => heard.push("undone") });
    stack.forget(first);
    stack.undoNewest();
    stack.undoNewest();
    await settle();
    expect([undone, heard]).toEqual([[change(2)], ["undone"]]);
  });
});
