import { describe, expect, it } from "vitest";
import { comparePages } from "./compare-pages";
import { whyNotEligible } from "./review";
import type { PageAnswer, ReviewPage } from "./review-page";

const answer = (label: string, given: Partial<PageAnswer> = {}): PageAnswer => ({
  ...{ lineId: Number(label.slice(1)), criterionId: 1, label, kind: "inclusion", heading: null },
  ...{ text: `Statement ${label}`, children: [], answer: "met", value: true },
  ...{ evidence: null, source: null, answeredAt: "2026-09-01T12:00:00.000Z", answeredBy: "Kim" },
  ...given,
});

const page = (given: Partial<ReviewPage> = {}): ReviewPage => ({
  ...{ leadId: 1, firstName: "Amara", lastName: "Voss", birthYear: 1965, language: "en" },
  ...{ nctId: "NCT99000001", studyTitle: "Sleep", siteName: "Springfield", criteriaVersion: 1 },
  ...{ sentAt: "2026-09-01T12:00:00.000Z", sentBy: "Kim", answers: [answer("I1"), answer("I2")] },
  ...{ contacts: [], earlierContacts: 0, question: null, decisions: [] },
  ...given,
});

describe("two readings of a candidate's page", () => {
  it("name each answer that differs, and what it was", () => {
    const answers = [
      answer("I1", { evidence: "Letter of 2 Nov", source: "record" }),
      answer("I2", { answer: "unknown", value: null }),
      answer("I3", { answer: null, value: null, answeredAt: null, answeredBy: null }),
    ];
    expect(comparePages(page(), page({ answers })).answers).toEqual([
      { label: "I1", from: "Met", to: "Met, “Letter of 2 Nov”" },
      { label: "I2", from: "Met", to: "Unknown" },
      { label: "I3", from: "Not asked", to: "Not answered" },
    ]);
    expect(comparePages(page({ answers }), page()).answers.at(-1)).toEqual({
      ...{ label: "I3", from: "Not answered", to: "Not asked" },
    });
  });

  it("take an answer that was only written down anew, or renumbered, for the same", () => {
    const answers = [
      answer("I1", { answeredBy: "Bo", answeredAt: "2026-09-02T12:00:00.000Z" }),
      answer("I2", { label: "I4", criterionId: 9 }),
    ];
    const changes = comparePages(page(), page({ answers, criteriaVersion: 2 }));
    expect(changes).toEqual({ answers: [], others: ["the criteria version"] });
  });

  it("say in words what else differs", () => {
    const contact: ReviewPage["contacts"][number] = {
      ...{ id: 1, at: "2026-09-01T12:00:00.000Z", note: null, byName: "Kim" },
      channel: "phone",
      outcome: "reached",
    };
    const after = page({ contacts: [contact], lastName: "Vossbeck" });
    expect(comparePages(page(), after).others).toEqual([
      "who the person is",
      "the contact history",
    ]);
    expect(comparePages(page(), page())).toEqual({ answers: [], others: [] });
  });
});

describe("judging somebody eligible", () => {
  it("needs every answer, and none that speaks against the person; unknown ones are the doctor's to weigh", () => {
    expect(whyNotEligible({ questions: 4, answered: 4, failed: 0 })).toBeNull();
    expect(whyNotEligible({ questions: 4, answered: 3, failed: 0 })).toBe("needs_every_answer");
    expect(whyNotEligible({ questions: 0, answered: 0, failed: 0 })).toBe("needs_every_answer");
    expect(whyNotEligible({ questions: 4, answered: 4, failed: 1 })).toBe("criterion_fails");
  });
});
