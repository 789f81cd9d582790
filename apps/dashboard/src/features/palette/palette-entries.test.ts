import { describe, expect, it } from "vitest";
import { byGroup, entriesOfKeys, fitting, type PaletteEntry } from "./palette-entries";

const run = () => undefined;
const entry = (label: string, detail?: string): PaletteEntry => ({
  id: label,
  group: "Go to",
  label,
  detail,
  run,
});

describe("what the palette offers", () => {
  it("is what the keys of the screen do, the screen's own before what works everywhere", () => {
    const entries = entriesOfKeys([
      {
        title: "Everywhere",
        bindings: [
          { keys: ["z", "$mod+z"], name: "Undo", run },
          { keys: "g t", name: "Go to Today", run },
        ],
      },
      {
        title: "The list",
        bindings: [
          { keys: "s", name: "Status", run },
          { keys: "j", name: "Next lead", run, repeats: true },
          { keys: "Escape", name: "Back to the list", run },
        ],
      },
    ]);
    expect(entries.map(({ group, label, keys }) => [group, label, keys])).toEqual([
      ["The list", "Status", "s"],
      ["Everywhere", "Undo", "z"],
    ]);
  });

  it("is narrowed by words in any order, accents and case aside", () => {
    const all = [entry("Study of Zoë’s clinic", "NCT00000001"), entry("Inbox"), entry("In Zoé")];
    expect(fitting(all, "ZOE").map(({ label }) => label)).toEqual([
      "Study of Zoë’s clinic",
      "In Zoé",
    ]);
    expect(fitting(all, "clinic nct0000").map(({ label }) => label)).toEqual([
      "Study of Zoë’s clinic",
    ]);
    expect(fitting(all, "in").map(({ label }) => label)[0]).toBe("Inbox");
    expect(fitting(all, "nothing")).toEqual([]);
  });

  it("keeps groups together", () => {
    const groups = byGroup([entry("a"), { ...entry("b"), group: "Leads" }, entry("c")]);
    expect([...groups].map(([group, list]) => [group, list.length])).toEqual([
      ["Go to", 2],
      ["Leads", 1],
    ]);
  });
});
