import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordQuestion } from "./word-question";

const ask = (text: string) => wordQuestion({ kind: "inclusion", label: "I1", text, children: [] });

describe("a criterion worded for the phone", () => {
  it.each([
    [
      "History of vascular disease.",
      "Has a doctor ever told you that you have, or had, vascular disease?",
    ],
    ["History of stroke within the past 6 months", "Have you had stroke within the past 6 months?"],
    ["Diagnosis of metastatic cancer", "Has a doctor told you that you have metastatic cancer?"],
    [
      "Subjects with sensitivity or allergy to gold.",
      "Do you have sensitivity or allergy to gold?",
    ],
    ["Pregnant or breastfeeding women", "Are you pregnant or breastfeeding?"],
    ["are willing to have blood taken (adults)", "Are you willing to have blood taken (adults)?"],
    ["Inability to give informed consent.", "Are you unable to give informed consent?"],
    [
      "Patient refuses to receive systemic drug treatment",
      "Do you refuse to receive systemic drug treatment?",
    ],
    [
      "following their current diet for at least one year",
      "Have you been following your current diet for at least one year?",
    ],
    ["have given their consent to take part", "Have you given your consent to take part?"],
    ["Cardiogenic shock.", "Does this apply to you: cardiogenic shock?"],
    [
      "Bifurcated lesions with both branches at least 2 mm in diameter.",
      "Does this apply to you: bifurcated lesions with both branches at least 2 mm in diameter?",
    ],
    ["HIV infection", "Do you have HIV infection?"],
  ])("asks “%s” as “%s”", (text, wording) => {
    expect(ask(text)).toBe(wording);
  });

  it.each([
    "No history of asthma",
    "Patients without diabetes",
    "Patients with no prior therapy",
    "Absence of spontaneous pain",
    "Women with diabetes",
    "Patients are able to understand and are willing to take part, and consent can be obtained",
    "Absence of conditions unacceptable to the investigator.",
    "only at Berlin: pregnant and breastfeeding women",
    "who can no longer be contacted",
    "Lack of cooperation",
    "Works at night",
    "The lesion must be located in the main branch",
    "Investigator's judgement of fitness",
    "患有糖尿病",
  ])("leaves “%s” as it is written", (text) => {
    expect(ask(text)).toBeNull();
  });

  it("never drops a number, a negation or a condition, whatever is put together", () => {
    const part = fc.constantFrom(
      ...[
        "Patients with",
        "Subjects who have",
        "History of",
        "No",
        "not",
        "never",
        "without",
        "non-",
        "women",
      ],
      ...[
        "diabetes",
        "type 2",
        "< 3",
        "≥ 18 years",
        "cancer",
        "unless treated",
        "within 6 months",
        "or",
        "and",
      ],
      ...[
        "adults",
        "severe",
        "willing to",
        "are",
        "able to",
        "travel",
        "Pregnant",
        "except skin cancer",
        "only",
      ],
    );
    const carries =
      /\d+|[<>≥≤]|\b(?:no|not|never|without|non|unless|except|only|women|adults|severe|or|and|within)\b/gi;
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), (parts) => {
        const text = parts.join(" ");
        const wording = ask(text);
        if (wording === null) return;
        expect(wording).toMatch(/^(?:Has|Have|Do|Does|Are) .+\?$/);
        // Whoever is pregnant needs not be called a woman as well.
        const wanted = (text.match(carries) ?? [])
          .map((word) => word.toLowerCase())
          .filter((word) => word !== "women" || !/^Are you pregnant/i.test(wording));
        const said = wording.toLowerCase();
        for (const word of wanted) expect(said).toContain(word);
      }),
    );
  });
});
