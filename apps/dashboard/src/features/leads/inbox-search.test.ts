import { type BuiltInView, builtInQuestions } from "@studydesk/domain/views/built-in-views";
import { describe, expect, it } from "vitest";
import {
  inboxSearch,
  isNarrowed,
  isSameQuestion,
  layOver,
  questionInForce,
  toLeadFilters,
} from "./inbox-search";

const read = (raw: object) => inboxSearch.parse(raw);
const viewOf = (name: BuiltInView) => builtInQuestions[name];
const ask = (name: BuiltInView, raw: object = {}, text = "") =>
  toLeadFilters(questionInForce(read(raw), viewOf(name)).filters, text, "ada");

describe("the inbox's address", () => {
  it("opens the inbox when it says nothing or nonsense", () => {
    const odd = read({
      view: "nowhere",
      statuses: "new",
      lead: -3,
      sort: 7,
      tab: {},
      age: { maxDays: -1 },
      extra: 1,
    });
    expect(odd).toMatchObject({ view: "inbox" });
    expect(odd.lead).toBeUndefined();
    expect(odd).not.toHaveProperty("extra");
    expect(questionInForce(odd, viewOf("inbox"))).toEqual(viewOf("inbox"));
    expect(read({ view: 12 }).view).toBe(12);
  });

  it("asks each view's own question", () => {
    const open = [
      ...["new", "contacting", "pre_screening"],
      ...["investigator_review", "visit_scheduled", "in_screening"],
    ];
    expect(ask("inbox")).toEqual({ statuses: ["new", "contacting"] });
    expect(ask("due")).toEqual({ followUps: ["overdue", "today"] });
    expect(ask("unassigned")).toEqual({ statuses: open, ownerIds: ["none"] });
    expect(ask("mine")).toEqual({ statuses: open, ownerIds: ["ada"] });
    expect(ask("all")).toEqual({});
  });

  it("lays filters over the view, and an emptied one lifts the view's own", () => {
    expect(ask("inbox", { statuses: ["declined"], studyIds: [2], hasNote: false })).toEqual({
      statuses: ["declined"],
      studyIds: [2],
      hasNote: false,
    });
    expect(ask("inbox", { statuses: [] })).toEqual({});
    expect(ask("mine", { ownerIds: null, statuses: null })).toEqual({});
  });

  it("says of the filters only what differs from the view, and reads back the same", () => {
    const view = viewOf("mine");
    const filters = { statuses: view.filters.statuses, languages: ["es"], age: { maxDays: 7 } };
    const laid = layOver(view, filters);
    expect(laid).toMatchObject({ ownerIds: null, languages: ["es"], age: { maxDays: 7 } });
    expect(laid.statuses).toBeUndefined();
    expect(questionInForce(read(laid), view).filters).toEqual(filters);
    expect(Object.values(layOver(view, view.filters)).every((part) => part === undefined)).toBe(
      true,
    );
  });

  it("adds what was typed, trimmed, and nothing for blanks", () => {
    expect(ask("all", {}, "  voss ")).toEqual({ search: "voss" });
    expect(ask("all", {}, "   ")).toEqual({});
  });

  it("knows a narrowed view from a plain one", () => {
    const isNarrow = (raw: object, text = "") =>
      isNarrowed(questionInForce(read(raw), viewOf("mine")), viewOf("mine"), text);
    expect(isNarrow({})).toBe(false);
    expect(isNarrow({ lead: 4, sort: "name" })).toBe(false);
    expect(isNarrow({ statuses: [] })).toBe(true);
    expect(isNarrow({}, "voss")).toBe(true);
  });
});

describe("the order", () => {
  const orderOf = (name: BuiltInView, raw: object) => {
    const { sort, descending } = questionInForce(read(raw), viewOf(name));
    return { sort, descending };
  };

  it("is newest first, what is due soonest first, and longest waiting first", () => {
    expect(orderOf("inbox", {})).toEqual({ sort: "arrived", descending: true });
    expect(orderOf("due", {})).toEqual({ sort: "follow_up", descending: false });
    expect(orderOf("due", { sort: "waiting" })).toEqual({ sort: "waiting", descending: true });
    expect(orderOf("inbox", { sort: "name" })).toEqual({ sort: "name", descending: false });
    expect(orderOf("inbox", { sort: "name", descending: true }).descending).toBe(true);
  });

  it("makes another question of a view, as its filters do", () => {
    const view = viewOf("inbox");
    expect(isSameQuestion(questionInForce(read({}), view), view)).toBe(true);
    expect(isSameQuestion(questionInForce(read({ descending: false }), view), view)).toBe(false);
    expect(isSameQuestion(questionInForce(read({ languages: ["es"] }), view), view)).toBe(false);
  });
});
