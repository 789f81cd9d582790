import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffStudies } from "./diff-studies";
import { type ImportedStudy, overallStatuses, studyPhases, studySexes } from "./imported-study";
import { parseCriteria } from "./parse-criteria";
import { changeTitle } from "./study-change";

const eligibility = `Inclusion Criteria:

* Age over 18 years
* Able to walk 400 m without help

Exclusion Criteria:

* Pregnant or breast-feeding
* Took part in another study within 30 days`;

function studyWith(changes: Partial<ImportedStudy> = {}): ImportedStudy {
  const criteriaText = changes.criteriaText ?? eligibility;
  return {
    nctId: "NCT99000001",
    title: "A study of morning walks",
    overallStatus: "RECRUITING",
    conditions: ["Poor sleep"],
    keywords: [],
    phases: ["NA"],
    sex: "ALL",
    minimumAge: { value: 18, unit: "years" },
    summary: "Walks of 30 minutes help people sleep.",
    lastUpdate: "2026-03-01",
    criteria: parseCriteria(criteriaText),
    contacts: [{ name: "Study Contact", phone: "202-555-0100" }],
    officials: [],
    locations: [
      { facility: "First Clinic", city: "Springfield", status: "RECRUITING" },
      { facility: "Second Clinic", city: "Shelbyville" },
    ],
    leftovers: [],
    ...changes,
    criteriaText,
  };
}

const changed = (changes: Partial<ImportedStudy>) =>
  diffStudies(studyWith(), studyWith({ lastUpdate: "2026-03-01", ...changes }));
const textOf = (from: string, to: string) => eligibility.replace(from, to);

describe("what differs between two readings of a study", () => {
  it.each<[string, Partial<ImportedStudy>, object]>([
    [
      "Title changed",
      { title: "A study of evening walks" },
      { before: "A study of morning walks" },
    ],
    ["Official title added", { officialTitle: "Walks" }, { after: "Walks" }],
    [
      "Status changed",
      { overallStatus: "COMPLETED" },
      { before: "Recruiting", after: "Completed" },
    ],
    ["Lowest age changed", { minimumAge: { value: 21, unit: "years" } }, { after: "21 years" }],
    ["Highest age added", { maximumAge: { value: 1, unit: "years" } }, { after: "1 year" }],
    ["Phases changed", { phases: ["PHASE1", "PHASE2"] }, { after: "Phase: 1 and 2" }],
    ["Phases removed", { phases: [] }, { before: "Phase: not applicable" }],
    ["Sexes changed", { sex: "FEMALE" }, { after: "Women" }],
    ["Healthy volunteers added", { healthyVolunteers: false }, { after: "No" }],
    [
      "Conditions changed",
      { conditions: ["Poor sleep", "Snoring"] },
      { after: "Poor sleep; Snoring" },
    ],
    ["Last update changed", { lastUpdate: "2026-04-01" }, { after: "2026-04-01" }],
    ["Kind of study added", { studyType: "OBSERVATIONAL" }, { after: "Observational" }],
    [
      "Summary changed",
      { summary: "Walks of 45 minutes help people sleep." },
      { numbers: { before: ["30"], after: ["45"] } },
    ],
    [
      "Contact Study Contact changed",
      { contacts: [{ name: "Study Contact", phone: "202-555-0101" }] },
      { before: "Study Contact · 202-555-0100", after: "Study Contact · 202-555-0101" },
    ],
    [
      "Location Second Clinic, Shelbyville removed",
      { locations: [{ facility: "First Clinic", city: "Springfield", status: "RECRUITING" }] },
      { before: "Second Clinic, Shelbyville" },
    ],
    [
      "Location Second Clinic, Shelbyville changed",
      {
        locations: [
          { facility: "First Clinic", city: "Springfield", status: "RECRUITING" },
          { facility: "Second Clinic", city: "Shelbyville", status: "RECRUITING" },
        ],
      },
      { after: "Second Clinic, Shelbyville · Recruiting" },
    ],
    ["Locations in another order", { locations: studyWith().locations.toReversed() }, {}],
    [
      "Criterion I1 reworded",
      { criteriaText: textOf("over 18 years", "over 21 years") },
      {
        before: "Age over 18 years",
        after: "Age over 21 years",
        numbers: { before: ["18"], after: ["21"] },
      },
    ],
    [
      "Criterion E1 removed",
      { criteriaText: textOf("* Pregnant or breast-feeding\n", "") },
      { before: "Pregnant or breast-feeding" },
    ],
    ["Criterion E3 added", { criteriaText: `${eligibility}\n* Works at night` }, { item: "E3" }],
    [
      "Criterion I2 reworded",
      { criteriaText: textOf("without help", "without help:\n    * on even ground") },
      { after: "Able to walk 400 m without help:\n– on even ground" },
    ],
    ["Layout of the eligibility text changed", { criteriaText: textOf(":\n\n*", ":\n*") }, {}],
  ])("says %j", (title, changes, details) => {
    const [first, ...others] = changed(changes);
    expect(first && changeTitle(first)).toBe(title);
    expect(first).toMatchObject(details);
    // An item that goes renumbers those behind it, and nothing else is told.
    expect(others.every(({ kind }) => kind === "reordered")).toBe(true);
  });

  it("tells criteria by their words: one put in at the top rewords none", () => {
    const criteriaText = textOf("* Age over", "* Speaks English\n* Age over");
    expect(changed({ criteriaText })).toEqual([
      { field: "criteria", kind: "added", item: "I1", after: "Speaks English" },
      { field: "criteria", kind: "reordered", before: "I1, I2", after: "I2, I3" },
    ]);
  });

  it("matches a reworded criterion that moved with its best likeness", () => {
    const criteriaText = textOf(
      "* Age over 18 years\n* Able to walk 400 m without help",
      "* Able to walk 200 m without any help\n* Age over 18 years\n* Speaks English",
    );
    expect(changed({ criteriaText }).map(changeTitle)).toEqual([
      "Criterion I2 (now I1) reworded",
      "Criterion I3 added",
      "Criteria renumbered",
    ]);
  });

  it("says so when an inclusion criterion became an exclusion criterion", () => {
    const criteriaText = `${textOf("* Able to walk 400 m without help\n", "")}\n* Able to walk 400 m without help`;
    expect(changed({ criteriaText })).toEqual([
      {
        field: "criteria",
        kind: "changed",
        item: "I2 (now E3)",
        before: "Inclusion: Able to walk 400 m without help",
        after: "Exclusion: Able to walk 400 m without help",
      },
    ]);
  });

  it("tells text beside the lists", () => {
    const criteriaText = `${eligibility}\n\nAsk your doctor before you come.`;
    const [change] = changed({ criteriaText });
    expect(change).toEqual({
      field: "criteriaNotes",
      kind: "added",
      after: "Ask your doctor before you come.",
    });
  });

  it("leaves doubts and leftovers out: they are about the reading", () => {
    expect(changed({ leftovers: ["Not shown: results."] })).toEqual([]);
  });

  it("answers for thousands of criteria without comparing each with each", () => {
    const many = (from: string) =>
      Array.from({ length: 2000 }, (_, index) => `* ${from} ${index}`).join("\n");
    const before = studyWith({ criteriaText: `Inclusion Criteria:\n\n${many("Walks route")}` });
    const after = studyWith({ criteriaText: `Inclusion Criteria:\n\n${many("Runs track")}` });
    expect(diffStudies(before, after)).toHaveLength(2000);
  });
});

const text = fc.string({ maxLength: 12 });
const words = fc.constantFrom("Adult", "Pregnant", "Over 18", "Over 21 years", "Smokes", "孕妇");
const item = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => `* ${parts.join(" ")}`);
const criteriaText = fc
  .tuple(fc.array(item, { maxLength: 5 }), fc.array(item, { maxLength: 5 }))
  .map(
    ([i, e]) => `Inclusion Criteria:\n\n${i.join("\n")}\n\nExclusion Criteria:\n\n${e.join("\n")}`,
  );
const study: fc.Arbitrary<ImportedStudy> = fc
  .record(
    {
      title: text,
      officialTitle: text,
      overallStatus: fc.constantFrom(...overallStatuses),
      whyStopped: text,
      conditions: fc.array(text, { maxLength: 3 }),
      phases: fc.uniqueArray(fc.constantFrom(...studyPhases), { maxLength: 2 }),
      sex: fc.constantFrom(...studySexes),
      minimumAge: fc.record({ value: fc.nat(90), unit: fc.constantFrom("years", "months") }),
      healthyVolunteers: fc.boolean(),
      summary: text,
      lastUpdate: fc.constantFrom("2026", "2026-01", "2026-01-02"),
      contacts: fc.array(fc.record({ name: text, phone: text }, { requiredKeys: ["name"] }), {
        maxLength: 3,
      }),
      locations: fc.array(
        fc.record(
          { facility: text, city: text, status: fc.constantFrom(...overallStatuses) },
          { requiredKeys: ["facility"] },
        ),
        { maxLength: 4 },
      ),
      criteriaText,
    },
    { requiredKeys: [] },
  )
  .map(studyWith);

describe("the difference, whatever the studies", () => {
  it("is empty for the same study", () => {
    fc.assert(
      fc.property(study, (one) => {
        expect(diffStudies(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  it("names every field that changed, and none that did not", () => {
    fc.assert(
      fc.property(study, study, (before, after) => {
        const named = new Set<string>(
          diffStudies(before, after).map(({ field }) =>
            field.startsWith("criteria") ? "criteriaText" : field,
          ),
        );
        const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
        const different = [...fields].filter(
          (field) =>
            field !== "criteria" &&
            JSON.stringify(Reflect.get(before, field)) !==
              JSON.stringify(Reflect.get(after, field)),
        );
        expect([...named].toSorted()).toEqual(different.toSorted());
      }),
    );
  });

  it("is the same backwards, with added for removed", () => {
    fc.assert(
      fc.property(study, study, (before, after) => {
        const kinds = (from: ImportedStudy, to: ImportedStudy) =>
          diffStudies(from, to).filter(({ field }) => field !== "criteria");
        const turned = kinds(after, before).map(({ kind }) =>
          kind === "added" ? "removed" : kind === "removed" ? "added" : kind,
        );
        expect(
          kinds(before, after)
            .map(({ kind }) => kind)
            .toSorted(),
        ).toEqual(turned.toSorted());
      }),
    );
  });
});
