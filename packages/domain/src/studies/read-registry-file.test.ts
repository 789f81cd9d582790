import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostRegistryBytes, readRegistryFile } from "./import-record";

const nctId = "NCT01234567";

function refusalOf(text: string) {
  const result = readRegistryFile(text);
  if (result.ok) throw new Error("The file was not refused.");
  return result;
}

const minimal = (id: string) => ({ protocolSection: { identificationModule: { nctId: id } } });

describe("a registry's file", () => {
  it("reads a record alone, wrapped as the registry's API answers, and a list of records", () => {
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

  it.each([
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

  it("names which of several studies is at fault", () => {
    expect(refusalOf(JSON.stringify([minimal(nctId), minimal("12")])).message).toContain(
      "Study 2 of 2 in the file",
    );
  });

  it("refuses more than 5 MB, counted in bytes, before it reads any of it", () => {
    expect(refusalOf("x".repeat(mostRegistryBytes + 1)).reason).toBe("too_large");
    expect(refusalOf("é".repeat(mostRegistryBytes / 2 + 1)).reason).toBe("too_large");
    expect(refusalOf("x".repeat(mostRegistryBytes)).reason).toBe("not_json");
  });

  it("refuses a record with a text that is far longer than the registry takes", () => {
    const withText = (briefSummary: string) =>
      JSON.stringify({
        protocolSection: {
          identificationModule: { nctId },
          descriptionModule: { briefSummary },
        },
      });
    expect(readRegistryFile(withText("word ".repeat(10_000))).ok).toBe(true);
    expect(refusalOf(withText("word ".repeat(10_001))).reason).toBe("too_large");
  });

  it("refuses a file in which hundreds of fields have the wrong type", () => {
    const conditions = Array.from({ length: 100_000 }, () => 5);
    const record = {
      protocolSection: { identificationModule: { nctId }, conditionsModule: { conditions } },
    };
    expect(refusalOf(JSON.stringify(record)).reason).toBe("not_a_study");
  });

  it("never throws, whatever JSON it is given", () => {
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
