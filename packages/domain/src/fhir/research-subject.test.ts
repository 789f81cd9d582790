import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadStatuses } from "../leads/lead-status";
import { statusReasons } from "../leads/status-reasons";
import { type SubjectFacts, toPatient, toResearchSubject } from "./research-subject";

const names = { subject: "8d1c", study: "77aa" };
const time = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString());
const facts: fc.Arbitrary<SubjectFacts> = fc.record({
  status: fc.constantFrom(...leadStatuses),
  statusSince: time,
  statusReason: fc.constantFrom(null, ...statusReasons),
  criterionLabel: fc.constantFrom(null, "I3", "E12"),
  createdAt: time,
  screenedAt: fc.option(time),
  studyConsentOn: fc.option(time.map((at) => at.slice(0, 10))),
  screeningNumber: fc.constantFrom(null, "S-0042"),
  siteName: fc.constant("Springfield General"),
  siteTimeZone: fc.constantFrom("Asia/Shanghai", "America/Chicago", "UTC"),
  erasedAt: fc.option(time),
});

describe("a subject", () => {
  it("that is de-identified holds years, closed words and pseudonyms, whatever is known of the lead", () => {
    fc.assert(
      fc.property(facts, (lead) => {
        const told = toResearchSubject(lead, names, { isIdentified: false });
        expect(told === undefined).toBe(lead.status === "invalid");
        const text = JSON.stringify(told ?? {});
        expect(text).not.toMatch(/\d{4}-\d{2}|S-0042|Springfield|[+Z]\d\d:/);
        const times = [...text.matchAll(/"(?:startDate|start|end)":"([^"]*)"/g)];
        for (const [, at] of times) expect(at).toMatch(/^20\d\d$/);
      }),
    );
  });

  it("is told of by the year in which it was at the site", () => {
    const [lead] = fc.sample(facts, 1);
    if (!lead) throw new Error("No sample was made.");
    const told = toResearchSubject(
      {
        ...lead,
        ...{ status: "new", createdAt: "2026-12-31T17:00:00.000Z", siteTimeZone: "Asia/Shanghai" },
      },
      names,
      { isIdentified: false },
    );
    expect(told?.progress?.[1]?.startDate).toBe("2027");
  });

  it("has no number once the person was erased, and a patient says what is known and no more", () => {
    const [lead] = fc.sample(facts, 1);
    if (!lead) throw new Error("No sample was made.");
    const erased = { ...lead, status: "enrolled", screeningNumber: "S-0042" } as const;
    const told = (erasedAt: string | null) =>
      toResearchSubject({ ...erased, erasedAt }, names, { isIdentified: true })?.identifier?.length;
    expect([told(null), told("2026-09-01T12:00:00.000Z")]).toEqual([2, 1]);
    const nothing = { firstName: "", lastName: "", email: "", phone: null, language: null };
    expect(toPatient({ ...nothing, birthYear: null }, "9e")).toEqual({
      ...{ resourceType: "Patient", id: "9e" },
    });
  });
});
