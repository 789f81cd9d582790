import { describe, expect, it } from "vitest";
import { parseCriteria } from "./parse-criteria";

const textsOf = (text: string) => parseCriteria(text).criteria.map((c) => `${c.label} ${c.text}`);

describe("headings of criteria", () => {
  it.each([
    ["Key Exclusion Criteria:"],
    ["EXCLUSION CRITERIA"],
    ["Main exclusion criteria:"],
    ["Exclusion"],
    ["exclusion criteria :"],
    ["**Exclusion Criteria:**"],
    ["## Exclusion criteria"],
    ["The exclusion criteria are as follows:"],
    ["Criteria for exclusion:"],
    ["Non-inclusion criteria:"],
    ["Ineligibility Criteria"],
    ["* Exclusion Criteria:"],
    ["2. Exclusion criteria"],
  ])("opens the exclusion section at %j and drops only that heading", (heading) => {
    expect(textsOf(`Inclusion criteria\n\n* First\n\n${heading}\n\n* Second`)).toEqual([
      "I1 First",
      "E1 Second",
    ]);
  });

  it.each([
    "Exclusion Criteria for donors:",
    "Exclusion criteria (any of these):",
    "Cohort B: Exclusion Criteria",
    "Healthy volunteer exclusion criteria",
  ])("keeps what the heading %j says beyond its section", (heading) => {
    const [, excluded] = parseCriteria(`Inclusion:\n* First\n\n${heading}\n* Second`).criteria;
    expect(excluded).toMatchObject({ label: "E1", heading, text: "Second" });
  });

  it.each([
    "* Exclusion criteria for surgery are absent",
    "* Exclusion of pregnancy by a test",
    "* Meets no exclusion criteria: see the protocol",
  ])("does not take the item %j for a heading", (item) => {
    expect(parseCriteria(`Inclusion Criteria:\n* First\n${item}`).criteria).toMatchObject([
      { label: "I1" },
      { label: "I2", text: item.slice(2) },
    ]);
  });

  it("does not take a wrapped line for the heading whose words it has", () => {
    expect(
      textsOf(
        "Inclusion Criteria:\n* Relatives of participants who also meet the\n  inclusion criteria\n* Second",
      ),
    ).toEqual(["I1 Relatives of participants who also meet the inclusion criteria", "I2 Second"]);
  });

  it("notes a heading that nothing stands under", () => {
    expect(
      parseCriteria("Inclusion Criteria for donors:\n\nExclusion Criteria:\n* Smoking"),
    ).toMatchObject({
      criteria: [{ label: "E1" }],
      notes: [{ kind: "heading_without_items", text: "Inclusion Criteria for donors:", line: 1 }],
    });
  });
});
