import { describe, expect, it } from "vitest";
import { createOwnSteps } from "./own-steps";

describe("own steps", () => {
  it("follow our own changes from the version that was seen to the newest of ours", () => {
    const steps = createOwnSteps();
    steps.remember(7, 1, 2);
    steps.remember(7, 2, 3);
    expect(steps.follow(7, 1)).toBe(3);
  });

  it("stop before a change of somebody else, so that the server refuses", () => {
    const steps = createOwnSteps();
    steps.remember(7, 1, 2);
    steps.remember(7, 3, 4);
    expect(steps.follow(7, 1)).toBe(2);
  });

  it("keep leads apart", () => {
    const steps = createOwnSteps();
    steps.remember(7, 1, 2);
    expect(steps.follow(8, 1)).toBe(1);
  });

  it("ignore an answer that changed nothing", () => {
    const steps = createOwnSteps();
    steps.remember(7, 2, 2);
    expect(steps.follow(7, 2)).toBe(2);
  });
});
