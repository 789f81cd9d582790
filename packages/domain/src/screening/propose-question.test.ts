import { describe, expect, it } from "vitest";
import type { Criterion } from "../studies/criteria";
import { answerRule } from "./answer-rule";
import { type CriterionFields, criterionFields } from "./criterion";
import { judgeAnswer } from "./judge-answer";
import { proposeQuestions, type StudyToAsk } from "./propose-question";

type Item = Partial<Criterion> & { text: string };

function propose(items: readonly Item[], fields: Partial<StudyToAsk> = {}): CriterionFields[] {
  const criteria = items.map((item, index) => ({
    ...{ kind: "inclusion" as const, label: `I${index + 1}`, children: [] },
    ...item,
  }));
  return proposeQuestions({
    sex: "ALL",
    ...fields,
    criteria: { criteria, notes: [], doubts: [] },
  });
}

function proposeOne(item: Item, fields: Partial<StudyToAsk> = {}): CriterionFields {
  const [first] = propose([item], fields);
  if (!first) throw new Error("Nothing was proposed.");
  return first;
}

const years = (value: number) => ({ value, unit: "years" as const });
const grownUps = { minimumAge: years(18), maximumAge: years(80) };
const exclusion = (text: string): Item => ({ kind: "exclusion", label: "E1", text });

describe("what is proposed of a criterion", () => {
  it.each([
    ["Age over 18 years.", 18, false, null, true],
    ["18 years of age or older", 18, true, null, true],
    ["Male or female, age 18 years and older.", 18, true, null, true],
    ["Aged ≥18 years", 18, true, null, true],
    ["Age >= 18 and < 75 years", 18, true, 75, false],
    ["aged between 18 and 80 years", 18, true, 80, true],
    ["Patient's age is 5-8 years old at the time of the treatment", 5, true, 8, true],
    ["Participants must be no older than 70 years at screening", null, true, 70, true],
    ["more than 18 years, and less than 80 years of age", 18, false, 80, false],
  ] as const)("reads the ages of “%s”", (text, min, minIncluded, max, maxIncluded) => {
    const { rule, wording, doubt } = proposeOne({ text });
    expect(rule).toEqual({
      ...{ kind: "number", unit: "years", min, minIncluded, max, maxIncluded },
      excludes: "outside",
    });
    expect(wording).toBe("How old are you?");
    expect(doubt).toBeNull();
  });

  it.each([
    "Women aged 18 to 45 years",
    "Aged 18 to 80 years with a history of stroke",
    "Age 18 to 80 years and weight above 50 kg",
    "At least 2 years since diagnosis",
    "Life expectancy of at least 12 weeks",
    "Patients on treatment for at least 6 months",
    "Aged 6 months to 5 years",
    "Healthy children aged 5-8 years",
    "Bifurcated lesions with both distal branches at least 2 mm in diameter.",
    "ECOG 0-1 or Karnofsky above 70",
    "Platelets above 100 and neutrophils above 1.5",
    "No more than 2 prior therapies",
  ])("makes no number of “%s”, of which something would be lost", (text) => {
    expect(proposeOne({ text }).rule.kind).toBe("yes_no");
  });

  it("turns an excluded age round, so that whom the study takes lies inside", () => {
    const young = proposeOne(exclusion("Age below 18 years"));
    expect(young.rule).toMatchObject({ min: 18, minIncluded: true, max: null });
    expect(judgeAnswer("exclusion", young.rule, 17)).toBe("present");
    expect(judgeAnswer("exclusion", young.rule, 18)).toBe("absent");
    const either = proposeOne(exclusion("Under 18 or over 65 years of age"));
    expect(judgeAnswer("exclusion", either.rule, 17)).toBe("present");
    expect(judgeAnswer("exclusion", either.rule, 65)).toBe("absent");
    expect(judgeAnswer("exclusion", either.rule, 66)).toBe("present");
  });

  it("proposes the record's own ages where the text says others, and names the ages in doubt", () => {
    const [strict, loose] = propose(
      [
        { text: "the age of patients should be more than 18 years, and less than 80 years" },
        { text: "aged between 18 and 80 years" },
      ],
      grownUps,
    );
    expect(strict?.rule).toMatchObject({ min: 18, minIncluded: true, max: 80, maxIncluded: true });
    expect(strict?.doubt).toEqual({
      kind: "text_and_fields_disagree",
      sentence:
        "The text says more than 18 and less than 80 years, the record’s own fields say 18 to 80. Settle what holds at the ages 18 and 80.",
    });
    expect(loose?.doubt).toBeNull();
  });

  it("takes the side that the text leaves open from the record's fields, and says so", () => {
    const { rule, doubt } = proposeOne({ text: "Age at least 18 years" }, grownUps);
    expect(rule).toMatchObject({ min: 18, max: 80 });
    expect(doubt?.sentence).toContain("Settle what holds at the age 80.");
  });

  it("leaves ages in another unit than the record's fields as the text has them", () => {
    const { rule, doubt } = proposeOne({ text: "Aged 6 to 24 months" }, grownUps);
    expect(rule).toMatchObject({ unit: "months", min: 6, max: 24 });
    expect(doubt).toBeNull();
  });

  it("asks for age and sex that only the record's fields say, behind the inclusions", () => {
    const asked = propose([{ text: "Sleeps badly" }, exclusion("Works at night")], {
      ...grownUps,
      sex: "FEMALE",
    });
    expect(asked.map(({ kind, text, wording }) => [kind, text, wording])).toEqual([
      ["inclusion", "Sleeps badly", null],
      ["inclusion", "Age: 18 to 80 years", "How old are you?"],
      ["inclusion", "Sex: female", "Are you a woman?"],
      ["exclusion", "Works at night", null],
    ]);
  });

  it("flags a sex and healthy volunteers that the record's fields deny", () => {
    expect(proposeOne({ text: "Female patients with asthma" }).doubt?.sentence).toContain(
      "all sexes",
    );
    expect(proposeOne({ text: "Males and females" }, { sex: "MALE" }).doubt).not.toBeNull();
    expect(
      proposeOne({ text: "Healthy volunteers" }, { healthyVolunteers: false }).doubt?.kind,
    ).toBe("text_and_fields_disagree");
    expect(
      proposeOne({ text: "Women of childbearing potential must not be pregnant" }).doubt,
    ).toBeNull();
  });

  it.each([
    ["KPS score of patients should be more than 80", "points", 80, false, null],
    ["Karnofsky > 80", "points", 80, false, null],
    ["ECOG 0-1", "points", 0, true, 1],
    ["ECOG performance status of 0 or 1", "points", 0, true, 1],
    ["Body mass index between 18.5 and 30 kg/m2", "kg/m2", 18.5, true, 30],
    ["HbA1c at least 7.5 %", "%", 7.5, true, null],
    ["Platelets >= 100,000 /mm3", "/mm3", 100_000, true, null],
    ["Platelet count ≥ 100 x 10^9/L", "x 10^9/L", 100, true, null],
    ["Hemoglobin ≥ 9 g/dL", "g/dL", 9, true, null],
  ] as const)("reads the bound of “%s”", (text, unit, min, minIncluded, max) => {
    const { rule, doubt } = proposeOne({ text });
    expect(rule).toMatchObject({ kind: "number", unit, min, minIncluded, max });
    expect(doubt).toBeNull();
  });

  it("asks a person for a unit that the text does not give", () => {
    const { rule, doubt, cost } = proposeOne({ text: "Platelets >= 100" });
    expect(rule).toMatchObject({ kind: "number", unit: "", min: 100 });
    expect(doubt?.kind).toBe("bound_unclear");
    expect(cost).toBe("test");
  });

  it("makes a choice of a scale, and of what is listed", () => {
    const heart = proposeOne({ text: "NYHA class II-III" }).rule;
    expect(judgeAnswer("inclusion", heart, "II")).toBe("met");
    expect(judgeAnswer("inclusion", heart, "IV")).toBe("not_met");
    const denied = proposeOne(exclusion("Subjects that are not ASA I")).rule;
    expect(judgeAnswer("exclusion", denied, "I")).toBe("absent");
    expect(judgeAnswer("exclusion", denied, "II")).toBe("present");
    const children = ["Insulin;", "Cortisone; or", "Lithium."].map((text) => ({
      text,
      children: [],
    }));
    const listed = proposeOne({ ...exclusion("Current use of any of the following:"), children });
    expect(listed.children).toEqual(children);
    expect(judgeAnswer("exclusion", listed.rule, "Cortisone")).toBe("present");
    expect(judgeAnswer("exclusion", listed.rule, "None of these")).toBe("absent");
    for (const text of [
      "All of the following:",
      "Unless one of the following:",
      "Two of the following:",
    ]) {
      expect(proposeOne({ text, children }).rule.kind).toBe("yes_no");
    }
  });

  it("asks for a day only where the text names one", () => {
    const named = proposeOne({ text: "First diagnosis on or after 1 March 2024" }).rule;
    expect(named).toEqual({
      ...{ kind: "date", earliest: "2024-03-01", latest: null, excludes: "outside" },
    });
    expect(proposeOne(exclusion("Surgery before March 1st, 2024")).rule).toMatchObject({
      ...{ latest: "2024-02-29", excludes: "inside" },
    });
    for (const text of [
      "Diagnosis after 2020",
      "Diagnosis after 31 February 2024",
      "Since March",
    ]) {
      expect(proposeOne({ text }).rule.kind).toBe("yes_no");
    }
  });

  it.each([
    ["Platelets above 100", "test"],
    ["Negative urine pregnancy test", "test"],
    ["Adequate organ function", "test"],
    ["Pathologically confirmed carcinoma", "record"],
    ["Lesion seen on MRI", "record"],
    ["locally advanced ESCC (cT3-4 or N+)", "record"],
    ["History of asthma", "phone"],
    ["Willing to travel", "phone"],
  ] as const)("finds “%s” out by %s", (text, cost) => {
    expect(proposeOne({ text }).cost).toBe(cost);
  });

  it("keeps headings and points under a criterion, and reads such a one out as it is written", () => {
    const children = [{ text: "Postmenopausal", children: [{ text: "for a year", children: [] }] }];
    const asked = proposeOne({ heading: "Group A:", text: "Patients with asthma", children });
    expect(asked).toMatchObject({ heading: "Group A:", text: "Patients with asthma", children });
    expect(asked.wording).toBeNull();
    expect(criterionFields.parse(asked)).toEqual(asked);
    expect(answerRule.parse(asked.rule)).toEqual(asked.rule);
  });
});
