import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostRegistryBytes, readRegistryFile } from "./import-record";
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

function refusalOf(text: string) {
  const result = readRegistryFile(text);
  if (result.ok) throw new Error("The file was not refused.");
  return result;
}

const minimal = (id: string) => ({ protocolSection: { identificationModule: { nctId: id } } });

describe("readRegistryFile", () => {
  test("reads a record alone, wrapped as the registry's API answers, and a list of records", () => {
    const ids = (value: unknown) => {
      const result = readRegistryFile(`\uFEFF${JSON.stringify(value)}`);
      return result.ok ? result.studies.map((study) => study.nctId) : result.reason;
    };
    const [one, other] = [minimal("NCT00000001"), minimal("nct00000002")];
    expect(ids(one)).toEqual(["NCT00000001"]);
    expect(ids({ studies: [one] })).toEqual(["NCT00000001"]);
    expect(ids({ studies: [one, other], totalCount: 2 })).toEqual(["NCT00000001", "NCT00000002"]);
    expect(ids([one, other])).toEqual(["NCT00000001", "NCT00000002"]);
  });

  test("reads a record with no module but its number, and says what is missing", () => {
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

  test.each([
    ["", "empty"],
    [" \n", "empty"],
    ["<!doctype html>", "not_json"],
    ['{"protocolSection":', "not_json"],
    ["null", "not_a_study"],
    ["5", "not_a_study"],
    ["{}", "not_a_study"],
    ['{"Study":{"ProtocolSection":{}}}', "not_a_study"],
    ['{"protocolSection":"text"}', "not_a_study"],
    ['{"studies":5}', "not_a_study"],
    ["[[]]", "not_a_study"],
    ["[]", "no_studies"],
    ['{"studies":[]}', "no_studies"],
    ['{"protocolSection":{}}', "no_nct_id"],
    [JSON.stringify(minimal("NCT1234")), "no_nct_id"],
    [JSON.stringify([minimal(nctId), minimal("")]), "no_nct_id"],
    [JSON.stringify([minimal(nctId), minimal(nctId.toLowerCase())]), "listed_twice"],
  ])("refuses %j as %s and says what to do", (text, reason) => {
    const refusal = refusalOf(text);
    expect(refusal.reason).toBe(reason);
    expect(refusal.message).toMatch(/^[A-Z].+\. (?:Open|Leave) .+\.$/);
  });

  test("names which of several studies is at fault", () => {
    expect(refusalOf(JSON.stringify([minimal(nctId), minimal("12")])).message).toContain(
      "Study 2 of 2 in the file",
    );
  });

  test("refuses more than 5 MB, counted in bytes, before it reads any of it", () => {
    expect(refusalOf("x".repeat(mostRegistryBytes + 1)).reason).toBe("too_large");
    expect(refusalOf("é".repeat(mostRegistryBytes / 2 + 1)).reason).toBe("too_large");
    expect(refusalOf("x".repeat(mostRegistryBytes)).reason).toBe("not_json");
  });

  test("refuses a file in which hundreds of fields have the wrong type", () => {
    const conditions = Array.from({ length: 100_000 }, () => 5);
    const record = {
      protocolSection: { identificationModule: { nctId }, conditionsModule: { conditions } },
    };
    expect(refusalOf(JSON.stringify(record)).reason).toBe("not_a_study");
  });

  test("leaves out a field of the wrong type alone, and says so", () => {
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

  test("treats null as absent, without a word", () => {
    const study = readModules({
      descriptionModule: null,
      eligibilityModule: { sex: "FEMALE", maximumAge: null },
    });
    expect(study).not.toHaveProperty("summary");
    expect(study).not.toHaveProperty("maximumAge");
    expect(study.leftovers.join()).not.toContain("left out");
  });

  test("falls back to the official title, and resolves the escapes of the prose", () => {
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

  test.each([
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

  test.each(["about 80", "18 Moons", "eighteen", "1000000 Years", "-5 Years", "18"])(
    "leaves out the age %j and says so",
    (maximumAge) => {
      const study = readModules({ eligibilityModule: { maximumAge } });
      expect(study).not.toHaveProperty("maximumAge");
      expect(study.leftovers).toContain(
        `maximumAge '${maximumAge}' is not an age; it was left out.`,
      );
    },
  );

  test("keeps dates as exact as the registry has them and leaves out what is none", () => {
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

  test("leaves out entries that are in none of the registry's lists and says so", () => {
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

  test("reads contacts, officials and locations, however little each says", () => {
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

  test("names every module and field that is there but not shown", () => {
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

  test("passes on what the criteria parser had to guess", () => {
    const { leftovers } = readModules({ eligibilityModule: { eligibilityCriteria: "* Adults" } });
    expect(leftovers.join("\n")).toMatch(/neither an inclusion nor an exclusion heading/);
    expect(leftovers).toContain("The record lists no exclusion criteria.");
  });

  test("never throws, whatever JSON it is given", () => {
    fc.assert(fc.property(fc.json(), (text) => void readRegistryFile(text)));
    const modules = fc.dictionary(
      fc.constantFrom(
        "statusModule",
        "eligibilityModule",
        "contactsLocationsModule",
        "conditionsModule",
        "designModule",
      ),
      fc.dictionary(
        fc.constantFrom(
          "locations",
          "sex",
          "phases",
          "eligibilityCriteria",
          "startDateStruct",
          "__proto__",
        ),
        fc.jsonValue(),
      ),
    );
    fc.assert(
      fc.property(modules, (given) => {
        const protocolSection = { identificationModule: { nctId }, ...given };
        expect(readRegistryFile(JSON.stringify({ protocolSection })).ok).toBe(true);
      }),
    );
  });
});
