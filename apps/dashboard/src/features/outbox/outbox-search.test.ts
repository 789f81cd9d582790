import { expect, it } from "vitest";
import { readOutboxSearch } from "./outbox-search";

it("reads the status and the open mail", () => {
  expect(readOutboxSearch({ status: "failed", mail: 12 })).toEqual({ status: "failed", mail: 12 });
  expect(readOutboxSearch({})).toEqual({});
});

it.each([
  { status: "lost" },
  { mail: "12a" },
  { mail: -1 },
  { mail: 1.5 },
  { status: ["failed"], mail: null },
])("takes %j for nothing, and never fails", (raw) => {
  expect(readOutboxSearch(raw)).toEqual({});
});
