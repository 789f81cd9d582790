import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createKeyRegistry, type KeyBinding, type KeyRegistry } from "./key-registry";
import { keyWords } from "./key-words";

/** As much of the browser's event as the registry looks at; Node has none. */
class KeyPress extends Event {
  readonly key: string;
  readonly code = "";
  readonly repeat: boolean;
  readonly held: Readonly<Record<string, boolean>>;

  constructor(
    type: string,
    init: { key: string; repeat: boolean; shiftKey: boolean; ctrlKey: boolean },
  ) {
    super(type);
    this.key = init.key;
    this.repeat = init.repeat;
    this.held = { Shift: init.shiftKey, Control: init.ctrlKey };
  }

  getModifierState(modifier: string): boolean {
    return this.held[modifier] === true;
  }
}

beforeAll(() => {
  vi.stubGlobal("KeyboardEvent", KeyPress);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

let time = 0;
let ran: string[] = [];
let registry: KeyRegistry;

beforeEach(() => {
  time = 0;
  ran = [];
  registry = createKeyRegistry(() => time);
});

function bind(keys: KeyBinding["keys"], name: string, more: Partial<KeyBinding> = {}): KeyBinding {
  return { keys, name, run: () => ran.push(name), ...more };
}

function add(title: string, ...bindings: KeyBinding[]) {
  return registry.register(() => ({ title, bindings }));
}

function press(key: string, { repeat = false, shiftKey = false, ctrlKey = false } = {}) {
  return registry.press(new KeyboardEvent("keydown", { key, repeat, shiftKey, ctrlKey }));
}

describe("the key registry", () => {
  it("runs what is bound to a key, and leaves other keys alone", () => {
    add("Today", bind("r", "reached"));
    expect(press("r")).toBe(true);
    expect(press("q")).toBe(false);
    expect(ran).toEqual(["reached"]);
  });

  it("never presses the second key of a sequence by itself", () => {
    add("Everywhere", bind("g d", "go to due"));
    add("Today", bind("d", "do not contact"));
    press("g");
    press("d");
    expect(ran).toEqual(["go to due"]);
  });

  it("swallows the key that breaks a sequence off instead of guessing", () => {
    add("Everywhere", bind("g t", "go to today"));
    add("Today", bind("d", "do not contact"));
    press("g");
    expect(press("d")).toBe(true);
    expect(ran).toEqual([]);
    press("d");
    expect(ran).toEqual(["do not contact"]);
  });

  it("forgets a started sequence after a while", () => {
    add("Everywhere", bind("g d", "go to due"));
    add("Today", bind("d", "do not contact"));
    press("g");
    time = 5_000;
    press("d");
    expect(ran).toEqual(["do not contact"]);
  });

  it("lets the screen that came last answer, and the one below again when it left", () => {
    add("List", bind("s", "status"));
    const leave = add("Today", bind("s", "skip"));
    press("s");
    leave();
    press("s");
    expect(ran).toEqual(["skip", "status"]);
  });

  it("repeats moving while a key is held, and never a decision", () => {
    add("List", bind("j", "next", { repeats: true }), bind("r", "reached"));
    press("j");
    press("j", { repeat: true });
    press("r");
    press("r", { repeat: true });
    expect(ran).toEqual(["next", "next", "reached"]);
  });

  it("takes ? and * with or without Shift, and letters only without Control", () => {
    add("Everywhere", bind("?", "sheet"), bind("* a", "select"), bind("r", "reached"));
    press("?", { shiftKey: true });
    press("?");
    press("*", { shiftKey: true });
    press("a");
    press("r", { ctrlKey: true });
    expect(ran).toEqual(["sheet", "sheet", "select"]);
  });

  it("is not thrown out of a sequence by Shift going down", () => {
    add("Everywhere", bind("g t", "go to today"));
    press("g");
    expect(press("Shift")).toBe(false);
    press("t");
    expect(ran).toEqual(["go to today"]);
  });

  it("hears the key that a person chose instead, in sequences and with Shift, too", () => {
    add("List", bind("j", "next"), bind("n", "note"), bind("g j", "go"), bind("Shift+j", "extend"));
    registry.takeChanges({ j: "n", n: "j" });
    press("n");
    press("j");
    press("g");
    press("n");
    press("n", { shiftKey: true });
    expect(ran).toEqual(["next", "note", "go", "extend"]);
  });

  it("hears in a field what may run there, and nothing else", () => {
    add("Everywhere", bind("Control+k", "palette", { inFields: true }), bind("j", "next"));
    const event = (key: string, ctrlKey: boolean) =>
      new KeyboardEvent("keydown", { key, repeat: false, shiftKey: false, ctrlKey });
    expect(registry.press(event("j", false), "in_fields")).toBe(false);
    expect(registry.press(event("k", true), "in_fields")).toBe(true);
    expect(ran).toEqual(["palette"]);
  });

  it("lists for the sheet what is there, without empty groups", () => {
    add("Everywhere", bind("?", "sheet"));
    add("Nothing");
    expect(registry.scopes().map((scope) => scope.title)).toEqual(["Everywhere"]);
  });

  it("does not list a key that a later scope has taken", () => {
    add("The lead", bind("s", "one"), bind("c", "call"));
    add("The picked leads", bind("s", "many"));
    expect(registry.scopes().map(({ bindings }) => bindings.map(({ name }) => name))).toEqual([
      ["call"],
      ["many"],
    ]);
  });
});

describe("keys in words", () => {
  it("names the modifier of the machine", () => {
    expect(keyWords("$mod+z", true)).toEqual(["⌘Z"]);
    expect(keyWords("$mod+z", false)).toEqual(["Ctrl+Z"]);
    expect(keyWords("Shift+j", false)).toEqual(["Shift+J"]);
    expect(keyWords("g t", false)).toEqual(["g", "t"]);
    expect(keyWords("Escape", false)).toEqual(["Esc"]);
  });
});
