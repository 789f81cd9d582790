import { describe, expect, it } from "vitest";
import { readRegistryFile } from "./import-record";
import type { ImportedStudy } from "./imported-study";

const nctId = "NCT01234567";

/** The one study of a made-up record with these modules beside its identification. */
function readModules(
  modules: object,
  identification: object = { briefTitle: "A made-up study" },
): ImportedStudy {
  const protocolSection = { identificationModule: { nctId, ...identification }, ...modules };
  const result = readRegistryFile(JSON.stringify({ protocolSection }));
  const study = result.ok ? result.studies[0] : undefined;
  if (!study) throw new Error("The record was refused.");
  return study;
}

const minimal = (id: string) => ({ protocolSection: { identificationModule: { nctId: id } } });

describe("a registry's record", () => {
  it("leaves out NUL characters, which no database keeps, and nothing that only looks like one", () => {
    const study = readModules({}, { briefTitle: "A\0 \\u0000 study\0\0 \\\0" });
    expect(study.title).toBe("A \\u0000 study \\");
  });

  it("reads a record with no module but its number, and says what is missing", () => {
    const result = readRegistryFile(JSON.stringify(minimal(nctId)));
    expect(result).toEqual({
      ok: true,
      studies: [
        {
          nctId,
          title: nctId,
          overallStatus: "UNKNOWN",
          conditions: [],
          keywords: [],
          phases: [],
          sex: "ALL",
          criteriaText: "",
          criteria: { criteria: [], notes: [], doubts: [] },
          contacts: [],
          officials: [],
          locations: [],
          leftovers: [
            "The record has no title; its NCT number is shown instead.",
            "The record gives no overall status that is known here; the study is shown as unknown.",
            "The record does not say which sex may take part; it is shown as all.",
            "The record lists no inclusion criteria.",
            "The record lists no exclusion criteria.",
          ],
        },
      ],
    });
  });

  it("leaves out a field of the wrong type alone, and says so", () => {
    const study = readModules({
      statusModule: "recruiting",
      conditionsModule: {
        conditions: ["Asthma", 5, "Hay fever", { name: "Eczema" }],
        keywords: "lungs",
      },
      contactsLocationsModule: {
        locations: [
          7,
          { facility: "First clinic", geoPoint: { lat: "48" } },
          "x",
          { facility: "Second clinic" },
        ],
      },
    });
    expect(study).toMatchObject({
      title: "A made-up study",
      overallStatus: "UNKNOWN",
      conditions: ["Asthma", "Hay fever"],
      keywords: [],
    });
    expect(study.locations.map(({ facility }) => facility)).toEqual([
      "First clinic",
      "Second clinic",
    ]);
    expect(study.leftovers).toEqual(
      expect.arrayContaining([
        "statusModule has an unexpected form; it was left out.",
        "conditionsModule.conditions.2 has an unexpected form; it was left out.",
        "conditionsModule.conditions.4 has an unexpected form; it was left out.",
        "conditionsModule.keywords has an unexpected form; it was left out.",
        "contactsLocationsModule.locations.1 has an unexpected form; it was left out.",
        "contactsLocationsModule.locations.3 has an unexpected form; it was left out.",
        "Location 1 has no usable position on the map; its distance cannot be shown.",
      ]),
    );
  });

  it("treats null as absent, without a word", () => {
    const study = readModules({
      descriptionModule: null,
      eligibilityModule: { sex: "FEMALE", maximumAge: null },
    });
    expect(study).not.toHaveProperty("summary");
    expect(study).not.toHaveProperty("maximumAge");
    expect(study.leftovers.join()).not.toContain("left out");
  });

  it("falls back to the official title, and resolves the escapes of the prose", () => {
    const study = readModules(
      {
        descriptionModule: { briefSummary: "FEV1 \\< 80 %\n\nTwo arms." },
        statusModule: { whyStopped: " " },
      },
      { officialTitle: "The long title" },
    );
    expect(study).toMatchObject({ title: "The long title", officialTitle: "The long title" });
    expect(study.summary).toBe("FEV1 < 80 %\n\nTwo arms.");
    expect(study).not.toHaveProperty("whyStopped");
  });

  it.each([
    ["18 Years", { value: 18, unit: "years" }],
    ["1 Year", { value: 1, unit: "years" }],
    ["6 Months", { value: 6, unit: "months" }],
    ["37 weeks", { value: 37, unit: "weeks" }],
    ["0 Days", { value: 0, unit: "days" }],
    ["1 Minute", { value: 1, unit: "minutes" }],
    ["N/A", undefined],
    ["", undefined],
  ])("reads the age %j", (minimumAge, age) => {
    const study = readModules({ eligibilityModule: { minimumAge, sex: "ALL" } });
    expect(study.minimumAge).toEqual(age);
    expect(study.leftovers.join()).not.toContain("minimumAge");
  });

  it.each(["about 80", "18 Moons", "eighteen", "1000000 Years", "-5 Years", "18"])(
    "leaves out the age %j and says so",
    (maximumAge) => {
      const study = readModules({ eligibilityModule: { maximumAge } });
      expect(study).not.toHaveProperty("maximumAge");
      expect(study.leftovers).toContain(
        `maximumAge '${maximumAge}' is not an age; it was left out.`,
      );
    },
  );

  it("keeps dates as exact as the registry has them and leaves out what is none", () => {
    const study = readModules({
      statusModule: {
        overallStatus: "recruiting",
        startDateStruct: { date: "2024-02" },
        completionDateStruct: { date: "2024-02-31" },
        lastUpdateSubmitDate: "2025-01-31",
      },
    });
    expect(study).toMatchObject({
      overallStatus: "RECRUITING",
      startDate: "2024-02",
      lastUpdate: "2025-01-31",
    });
    expect(study).not.toHaveProperty("completionDate");
    expect(study.leftovers).toContain(
      "The completion date '2024-02-31' is not a date; it was left out.",
    );
  });

  it("leaves out entries that are in none of the registry's lists and says so", () => {
    const study = readModules({
      statusModule: { overallStatus: "SOON", lastKnownStatus: "RECRUITING" },
      designModule: { studyType: "THOUGHT_EXPERIMENT", phases: ["PHASE1", "PHASE9", "PHASE2"] },
      eligibilityModule: { sex: "ANY", healthyVolunteers: "Yes" },
    });
    expect(study).toMatchObject({
      overallStatus: "UNKNOWN",
      lastKnownStatus: "RECRUITING",
      phases: ["PHASE1", "PHASE2"],
      sex: "ALL",
    });
    expect(study).not.toHaveProperty("studyType");
    for (const value of ["SOON", "THOUGHT_EXPERIMENT", "PHASE9", "ANY"]) {
      expect(study.leftovers.join("\n")).toContain(`'${value}' is not in the registry's list`);
    }
    expect(study.leftovers).toContain(
      "eligibilityModule.healthyVolunteers has an unexpected form; it was left out.",
    );
  });

  it("reads contacts, officials and locations, however little each says", () => {
    const study = readModules({
      contactsLocationsModule: {
        centralContacts: [
          {
            name: "Ada Example",
            role: "CONTACT",
            phone: "+1 202-555-0101",
            phoneExt: "12",
            email: "ada@example.org",
          },
          { email: "desk@example.org" },
          { role: "CONTACT" },
        ],
        overallOfficials: [
          { name: "Ben Example", affiliation: "A clinic", role: "STUDY_CHAIR" },
          {},
        ],
        locations: [
          {
            facility: "A clinic",
            status: "COMPLETED",
            city: "Vienna",
            zip: "1090",
            geoPoint: { lat: 48.2, lon: 16.4 },
          },
          { city: "Graz", country: "Austria" },
          {},
          { facility: "Nowhere", geoPoint: { lat: 480, lon: 16 } },
        ],
      },
    });
    expect(study.contacts).toEqual([
      {
        name: "Ada Example",
        role: "CONTACT",
        phone: "+1 202-555-0101 ext. 12",
        email: "ada@example.org",
      },
      { name: "Study contact", email: "desk@example.org" },
    ]);
    expect(study.officials).toEqual([
      { name: "Ben Example", affiliation: "A clinic", role: "STUDY_CHAIR" },
    ]);
    expect(study.locations).toEqual([
      {
        facility: "A clinic",
        status: "COMPLETED",
        city: "Vienna",
        zip: "1090",
        lat: 48.2,
        lon: 16.4,
      },
      { facility: "Graz", city: "Graz", country: "Austria" },
      { facility: "Nowhere" },
    ]);
    expect(study.leftovers).toEqual(
      expect.arrayContaining([
        "Contact 3 has no name, phone or e-mail; it was left out.",
        "Official 2 has no name; the entry was left out.",
        'Location 2 names no facility; it is shown as "Graz".',
        "Location 3 names no facility, city or country; it was left out.",
        "Location 4 has no usable position on the map; its distance cannot be shown.",
      ]),
    );
  });

  it("names every module and field that is there but not shown", () => {
    const { leftovers } = readModules({
      outcomesModule: { primaryOutcomes: [] },
      statusModule: { overallStatus: "COMPLETED", statusVerifiedDate: "2024-01" },
      contactsLocationsModule: {
        locations: [{ facility: "A clinic", contacts: [{ name: "Ada Example" }] }],
      },
    });
    expect(leftovers).toEqual(
      expect.arrayContaining([
        "In the record but not shown: outcomesModule.",
        "In the record's statusModule but not shown: statusVerifiedDate.",
        "In the record's contactsLocationsModule but not shown: locations.contacts.",
      ]),
    );
    // A person's name never stands in a sentence about what was left out.
    expect(leftovers.join()).not.toContain("Ada");
  });

  it("passes on what the criteria parser had to guess", () => {
    const { leftovers } = readModules({ eligibilityModule: { eligibilityCriteria: "* Adults" } });
    expect(leftovers.join("\n")).toMatch(/neither an inclusion nor an exclusion heading/);
    expect(leftovers).toContain("The record lists no exclusion criteria.");
  });
});
