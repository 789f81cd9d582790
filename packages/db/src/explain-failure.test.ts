import { expect, it } from "vitest";
import { explainFailure } from "./explain-failure";

const failure = (code: string) => Object.assign(new Error("of kim@example.org"), { code });

it("says what happened and what to do, by the code of either engine", () => {
  expect(explainFailure(failure("28P01"))).toMatch(/does not let us in.*DATABASE_URL/);
  expect(explainFailure(failure("SQLITE_CORRUPT_INDEX"))).toMatch(/damaged.*backup/);
  expect(explainFailure(failure("SQLITE_BUSY_SNAPSHOT"))).toMatch(/Another program/);
});

it("has nothing to say about what is no fault of the place", () => {
  for (const error of [failure("23505"), new Error("a bug"), "text", undefined]) {
    expect(explainFailure(error)).toBeUndefined();
  }
});
