import { describe, expect, it } from "vitest";
import { inboxSearch, isNarrowed, orderInForce, toLeadFilters } from "./inbox-search";

const read = (raw: object) => inboxSearch.parse(raw);

describe("the inbox's address", () => {
  it("opens the inbox when it says nothing or nonsense", () => {
    const odd = read({ view: "nowhere", statuses: "new", lead: -3, sort: 7, tab: {}, extra: 1 });
    expect(odd).toMatchObject({ view: "inbox" });
    expect(odd.lead).toBeUndefined();
    expect(odd).not.toHaveProperty("extra");
    expect(toLeadFilters(odd, "", "ada")).toEqual({ statuses: ["new", "contacting"] });
  });

  it("asks each view's own question", () => {
    const ask = (view: string) => toLeadFilters(read({ view }), "", "ada");
    const open = ["new", "contacting", "pre_screening"];
    expect(ask("due")).toEqual({ followUps: ["overdue", "today"] });
    expect(ask("unassigned")).toEqual({ statuses: open, ownerIds: ["none"] });
    expect(ask("mine")).toEqual({ statuses: open, ownerIds: ["ada"] });
    expect(ask("all")).toEqual({});
  });

  it("lays filters over the view, and an emptied one lifts the view's own", () => {
    expect(toLeadFilters(read({ statuses: ["declined"], studyIds: [2] }), "", "ada")).toEqual({
      statuses: ["declined"],
      studyIds: [2],
    });
    expect(toLeadFilters(read({ statuses: [] }), "", "ada")).toEqual({});
    expect(toLeadFilters(read({ view: "mine", owner: "anyone", statuses: [] }), "", "ada")).toEqual(
      {},
    );
  });

  it("adds what was typed, trimmed, and nothing for blanks", () => {
    expect(toLeadFilters(read({ view: "all" }), "  voss ", "ada")).toEqual({ search: "voss" });
    expect(toLeadFilters(read({ view: "all" }), "   ", "ada")).toEqual({});
  });

  it("knows a narrowed view from a plain one", () => {
    expect(isNarrowed(read({ view: "mine" }), "")).toBe(false);
    expect(isNarrowed(read({ view: "mine", lead: 4, sort: "name" }), "")).toBe(false);
    expect(isNarrowed(read({ statuses: [] }), "")).toBe(true);
    expect(isNarrowed(read({}), "voss")).toBe(true);
  });
});

describe("the order", () => {
  it("is newest first, what is due soonest first, and longest waiting first", () => {
    expect(orderInForce(read({}))).toEqual({ sort: "arrived", descending: true });
    expect(orderInForce(read({ view: "due" }))).toEqual({ sort: "follow_up", descending: false });
    expect(orderInForce(read({ sort: "name" }))).toEqual({ sort: "name", descending: false });
    expect(orderInForce(read({ sort: "name", descending: true })).descending).toBe(true);
  });
});
