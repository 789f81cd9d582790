/// <reference types="node" />
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { CriterionChild, ParsedCriteria } from "./criteria";
import { parseCriteria } from "./parse-criteria";

function parseFixture(name: string): ParsedCriteria {
  return parseCriteria(
    readFileSync(resolve(import.meta.dirname, "fixtures", `${name}.txt`), "utf8"),
  );
}

/** One line per item, as a reader would see it. */
function outline({ criteria }: ParsedCriteria): string[] {
  const under = (children: CriterionChild[], depth: string): string[] =>
    children.flatMap((child) => [
      `${depth}- ${child.text}`,
      ...under(child.children, `${depth}  `),
    ]);
  return criteria.flatMap(({ label, heading, text, children }) => [
    `${label}${heading ? ` [${heading}]` : ""} ${text}`,
    ...under(children, "  "),
  ]);
}

const textsOf = (text: string) => parseCriteria(text).criteria.map((c) => `${c.label} ${c.text}`);

describe("parseCriteria", () => {
  it("numbers bullets by section and keeps nested lists as children, with escapes resolved", () => {
    const parsed = parseFixture("bullets-with-children");
    expect(outline(parsed)).toEqual([
      "I1 Age >= 18 years and <= 75 years",
      "I2 At least one of the following:",
      "  - An ejection fraction of 40% or less [by echocardiography]",
      "  - Two admissions for heart failure within the past year:",
      "    - the first more than 90 days ago",
      "    - the second within 30 days",
      "  - NT-proBNP > 600 pg/mL*",
      "I3 Signed consent Note: a legal representative may sign.",
      "I4 Able to walk ~200 m",
      "E1 Systolic pressure < 90 mmHg",
      "E2 E. coli sepsis within 30 days",
    ]);
    expect(parsed.notes).toEqual([]);
    expect(parsed.doubts).toEqual([]);
  });

  it("keeps the group of participants over its inclusion and its exclusion criteria", () => {
    expect(outline(parseFixture("groups-of-participants"))).toEqual([
      "I1 [For patients:] Migraine with aura",
      "I2 [For patients:] Four or more attacks a month",
      "E1 [For patients:] Opioid use",
      "E2 [For patients:] Pregnancy",
      "I3 [Healthy volunteers:] No headache disorder",
      "E3 [Healthy volunteers:] A parent with migraine",
      "E4 [Healthy volunteers:] Pregnancy",
    ]);
  });

  it("counts on through numbered lists that restart, and reads letters only in sequence", () => {
    expect(outline(parseFixture("restarting-lists"))).toEqual([
      "I1 [Cohort A] Stage II disease",
      "I2 [Cohort A] No earlier treatment",
      "I3 [Cohort B] Stage III disease",
      "I4 [Cohort B] Progress under treatment",
      "E1 Active infection",
      "E2 Another cancer within 5 years, except treated skin cancer",
      "E3 H. pylori infection",
      "E4 Not part of the lettering above",
    ]);
  });

  it("takes paragraphs as items where there is no heading and no list", () => {
    const parsed = parseFixture("no-heading");
    expect(outline(parsed)).toEqual([
      "I1 Adults from 18 years.",
      "I2 Diagnosis of plaque psoriasis for at least six months, confirmed by a dermatologist at the study centre.",
      "I3 Able to attend all visits.",
    ]);
    expect(parsed.doubts).toEqual([
      "The text has neither an inclusion nor an exclusion heading: every item was read as inclusion. Check each.",
    ]);
  });

  it("keeps text around the lists as notes that know where they stood", () => {
    const parsed = parseFixture("text-around-lists");
    expect(outline(parsed)).toEqual([
      "I1 [Participants must meet all of the following:] Knee pain on most days",
      "I2 [Participants must meet all of the following:] Age 45 or older",
      "E1 Knee surgery OR",
      "E2 Steroid injection within three months",
    ]);
    expect(parsed.notes).toEqual([
      {
        kind: "outside_lists",
        text: "People are recruited from three clinics in one city.",
        line: 1,
      },
      {
        kind: "outside_lists",
        text: "The clinic's radiographs are read by two people.",
        line: 10,
        section: "inclusion",
        after: "I2",
      },
      {
        kind: "outside_lists",
        text: "Participants may join again after a year.",
        line: 20,
        section: "exclusion",
        after: "E2",
      },
      {
        kind: "heading_without_items",
        text: "Withdrawal rules:",
        line: 22,
        section: "exclusion",
        after: "E2",
      },
    ]);
  });

  it("sets page footers and stray dashes apart, even inside a wrapped item", () => {
    const parsed = parseFixture("pasted-protocol");
    expect(outline(parsed)).toEqual([
      "I1 Aged 18 to 65 years",
      "I2 Chronic low back pain lasting more than three months",
      "I3 Willing to keep a diary.",
      "E1 Spinal fracture",
      "E2 As listed on Page 5 of 7",
      "E3 Any of the following:",
      "  - fever",
      "  - night sweats",
      "E4 Earlier back surgery",
    ]);
    expect(parsed.notes.map(({ kind, text, after }) => [kind, text, after])).toEqual([
      ["page_footer", "CONFIDENTIAL", "I2"],
      ["page_footer", "Page 3 of 7", "I2"],
      ["page_footer", "Protocol Number: BX-204 v2.1 Page 4 of 7", "I3"],
      ["stray_mark", "----------", "I3"],
      ["stray_mark", "-", "E4"],
    ]);
  });

  it("reads Windows line ends, tabs and non-breaking spaces", () => {
    expect(outline(parseFixture("windows-lines"))).toEqual([
      "I1 Age over 18",
      "I2 Born at term",
      "  - or after 34 weeks",
      "E1 Twins",
    ]);
  });

  it("reads sections that are themselves points of a list", () => {
    expect(outline(parseFixture("list-of-sections"))).toEqual([
      "I1 [Arm 1] First",
      "I2 [Arm 1] Second",
      "E1 [Arm 1] Third",
      "I3 [Arm 2] Fourth",
      "E2 [Exclusion Criteria for Arm 2 only:] Fifth",
    ]);
  });

  it.each([
    "* ",
    "- ",
    "1. ",
    "1) ",
    "a. ",
    "a) ",
    "(a) ",
    "(1) ",
    "• ",
    "•",
    "– ",
    "1 ) ",
    "i. ",
    "A. ",
    "I) ",
    "1.1 ",
  ])("recognises the list marker %j", (marker) => {
    const second = { "1": "2", a: "b", i: "ii", A: "B", I: "II" };
    const next =
      marker === "1.1 " ? "1.2 " : marker.replace(/[1aiAI]/, (sign) => Reflect.get(second, sign));
    const text = `Inclusion Criteria:\n\n${marker}First\n${next}Second\n\nExclusion Criteria:\n\n${marker}Third`;
    expect(textsOf(text)).toEqual(["I1 First", "I2 Second", "E1 Third"]);
    expect(parseCriteria(text).notes).toEqual([]);
  });

  it("opens a list under an item that ends in a colon even when nothing is indented", () => {
    expect(outline(parseCriteria("Inclusion:\n1. One of:\na) this\nb) that\n2. Consent"))).toEqual([
      "I1 One of:",
      "  - this",
      "  - that",
      "I2 Consent",
    ]);
  });

  it("reads a number alone on its line together with the next line", () => {
    expect(textsOf("Inclusion:\n1.\nAge over 18\n2.\nConsent")).toEqual([
      "I1 Age over 18",
      "I2 Consent",
    ]);
  });

  it.each(["", "   ", "\n\r\n\u00a0\n"])("finds nothing in the empty text %j", (text) => {
    expect(parseCriteria(text)).toEqual({ criteria: [], notes: [], doubts: [] });
  });

  it("reads groups under one eligibility heading as inclusion and says that it guessed", () => {
    const parsed = parseFixture("one-heading-with-groups");
    expect(outline(parsed)).toEqual([
      "I1 [For patients:] Type 2 diabetes",
      "I2 [For patients:] HbA1c between 7.0 and 9.5 %",
      "I3 [Healthy volunteers] No diabetes",
      "I4 [Healthy volunteers] Body mass index below 30",
    ]);
    expect(parsed.doubts).toHaveLength(1);
  });

  it("reads text on the heading's own line, and makes no criterion of 'None'", () => {
    const parsed = parseFixture("plain-paragraphs");
    expect(outline(parsed)).toEqual([
      "I1 Adults over 18 with asthma",
      "I2 Forced expiratory volume below 80 %",
      "I3 Non-smoker for five years",
    ]);
    expect(parsed.notes).toEqual([
      { kind: "outside_lists", text: "None", line: 4, section: "exclusion", after: "I3" },
    ]);
  });

  it("reads what stands before the only heading, exclusion, as inclusion, and says so", () => {
    const parsed = parseFixture("only-exclusion");
    expect(outline(parsed)).toEqual([
      "I1 Children between 6 and 12 years",
      "I2 Attending one of the schools taking part",
      "E1 Peanut allergy",
      "E2 Epilepsy",
    ]);
    expect(parsed.doubts).toHaveLength(1);
  });

  it("lets a sentence such as 'will be excluded if:' open its section", () => {
    expect(outline(parseFixture("sentences-as-headings"))).toEqual([
      "I1 [Adults will be eligible if they have:] Rheumatoid arthritis",
      "I2 [Adults will be eligible if they have:] Two failed treatments",
      "E1 [Patients will be excluded if any of the following apply:] Tuberculosis",
      "E2 [Patients will be excluded if any of the following apply:] Hepatitis B",
      "E3 [Medication that is allowed:] Paracetamol only",
    ]);
  });
});
