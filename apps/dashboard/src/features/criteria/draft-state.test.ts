import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { usualRule } from "@studydesk/domain/screening/judge-answer";
import { describe, expect, it } from "vitest";
import { addEntry, changeEntry, type DraftEntry, moveEntry } from "./draft-entries";
import {
  bringBack,
  carryOver,
  type DraftState,
  hear,
  isChanged,
  keepWords,
  openDraft,
  settleClash,
  takeSaved,
} from "./draft-state";

const criterion = (lineId: number, text = `Text ${lineId}`): AskedCriterion => ({
  ...{ id: lineId, lineId, label: `I${lineId}`, kind: "inclusion", heading: null, text },
  ...{ children: [], wording: null, rule: usualRule("inclusion"), cost: "phone", doubt: null },
});
const saved = (revision: number, ...criteria: AskedCriterion[]) => ({ revision, criteria });
const began = saved(4, criterion(1), criterion(2), criterion(3));

const type = (state: DraftState, lineId: number, text: string): DraftState => {
  const entry = state.entries.find((each) => each.lineId === lineId);
  return entry ? { ...state, entries: changeEntry(state.entries, { ...entry, text }) } : state;
};
const without = (state: DraftState, lineId: number): DraftState => ({
  ...state,
  entries: state.entries.filter((entry) => entry.lineId !== lineId),
});
const texts = ({ entries }: { entries: readonly DraftEntry[] }) => entries.map(({ text }) => text);

describe("a draft on the screen", () => {
  it("is remembered while it differs from the server's, half typed as it is", () => {
    expect(keepWords(openDraft(began))).toBe("");
    const typed = type(openDraft(began), 2, "");
    expect(openDraft(began, keepWords(typed))).toEqual(typed);
    expect(openDraft(began, "{not ours").entries).toEqual(openDraft(began).entries);
  });

  it("knows its criteria by number once they are saved, and keeps what was typed meanwhile", () => {
    const opened = openDraft(began);
    const sent = addEntry(opened.entries, "inclusion", "new").map((entry) =>
      entry.key === "new" ? { ...entry, text: "Speaks English " } : entry,
    );
    const typing = type({ ...opened, entries: sent }, 1, "Typed since");
    const answer = saved(5, ...began.criteria, criterion(9, "Speaks English"));
    const after = takeSaved(typing, sent, answer);
    expect(after.revision).toBe(5);
    expect(texts(after)).toEqual(["Typed since", "Text 2", "Text 3", "Speaks English "]);
    expect(after.entries.at(-1)).toMatchObject({ key: "new", lineId: 9 });
    expect(isChanged(after)).toBe(true);
    expect(isChanged(type(after, 1, "Text 1"))).toBe(false);
  });
});

describe("a draft that went", () => {
  const opened = openDraft(began);
  const typed = type(
    { ...opened, entries: addEntry(opened.entries, "inclusion", "new") },
    2,
    "Mine",
  );

  it("gives what was typed to the next one, beside what was published meanwhile", () => {
    const published = saved(1, criterion(1, "Theirs"), criterion(2), criterion(3));
    const next = openDraft(published, carryOver(keepWords(typed)));
    expect(texts(next)).toEqual(["Theirs", "Mine", "Text 3", ""]);
    expect(next).toMatchObject({ revision: 1, clashes: [] });
    expect(carryOver("")).toBe("");
  });

  it("comes back whole when it was put aside, and its new criteria get numbers of their own", () => {
    const begun = saved(1, criterion(1), criterion(2), criterion(3));
    const back = openDraft(begun, bringBack(typed, begun));
    expect(texts(back)).toEqual(["Text 1", "Mine", "Text 3", ""]);
    const gone = { ...back, entries: back.entries.map((each) => ({ ...each, lineId: 40 })) };
    const answer = saved(2, ...[1, 2, 3, 9].map((lineId) => criterion(lineId)));
    const lines = takeSaved(gone, gone.entries, answer).entries.map(({ lineId }) => lineId);
    expect(lines).toEqual([1, 2, 3, 9]);
  });
});

describe("two people at one draft", () => {
  it("takes what only one of them touched from that one", () => {
    const mine = type(openDraft(began), 1, "Mine");
    const theirs = saved(5, criterion(1), criterion(2, "Theirs"), criterion(3), criterion(4));
    const heard = hear(mine, theirs);
    expect(texts(heard)).toEqual(["Mine", "Theirs", "Text 3", "Text 4"]);
    expect(heard.clashes).toEqual([]);
    expect(heard.revision).toBe(5);
  });

  it("keeps what was typed where both changed the same, with theirs beside it", () => {
    const mine = type(openDraft(began), 2, "Mine");
    const heard = hear(mine, saved(5, criterion(1), criterion(2, "Theirs"), criterion(3)));
    expect(texts(heard)).toEqual(["Text 1", "Mine", "Text 3"]);
    expect(heard.clashes).toMatchObject([{ key: "line-2", theirs: { text: "Theirs" } }]);
    expect(settleClash(heard, "line-2", "mine")).toMatchObject({ clashes: [] });
    expect(texts(settleClash(heard, "line-2", "theirs"))).toEqual(["Text 1", "Theirs", "Text 3"]);
  });

  it("loses nothing that one of them removed and the other changed", () => {
    const theyRemoved = hear(
      type(openDraft(began), 2, "Mine"),
      saved(5, criterion(1), criterion(3)),
    );
    expect(texts(theyRemoved)).toEqual(["Text 1", "Mine", "Text 3"]);
    expect(theyRemoved.clashes).toEqual([{ key: "line-2", theirs: null }]);
    expect(texts(settleClash(theyRemoved, "line-2", "theirs"))).toEqual(["Text 1", "Text 3"]);

    const iRemoved = hear(
      without(openDraft(began), 2),
      saved(5, criterion(1), criterion(2, "Theirs"), criterion(3)),
    );
    expect(texts(iRemoved)).toEqual(["Text 1", "Theirs", "Text 3"]);
    expect(iRemoved.clashes).toEqual([]);
  });

  it("lets go what either removed and the other left alone", () => {
    const opened = without(openDraft(began), 1);
    expect(texts(hear(opened, saved(5, criterion(1), criterion(2))))).toEqual(["Text 2"]);
  });

  it("keeps the order of whoever moved something, and new criteria where they were put", () => {
    const opened = openDraft(began);
    const moved = { ...opened, entries: moveEntry(opened.entries, "line-3", -1) };
    const theirs = saved(5, criterion(1), criterion(7), criterion(2), criterion(3));
    expect(texts(hear(moved, theirs))).toEqual(["Text 1", "Text 7", "Text 3", "Text 2"]);
    const added = { ...opened, entries: addEntry(opened.entries, "inclusion", "new") };
    const reordered = saved(5, criterion(3), criterion(1), criterion(2));
    expect(texts(hear(added, reordered))).toEqual(["Text 3", "", "Text 1", "Text 2"]);
  });

  it("hears nothing new in what it knows already", () => {
    const mine = type(openDraft(began), 1, "Mine");
    expect(hear(mine, saved(4, criterion(8)))).toBe(mine);
  });
});
