import { describe, expect, it } from "vitest";
import { compareStudy } from "./compare-study";
import { readRegistryFile } from "./import-record";

function studyOf(lastUpdate: string | undefined, title = "A study of morning walks") {
  const record = {
    protocolSection: {
      identificationModule: { nctId: "NCT99000001", briefTitle: title },
      statusModule: { overallStatus: "RECRUITING", lastUpdatePostDateStruct: { date: lastUpdate } },
    },
  };
  const read = readRegistryFile(JSON.stringify(record));
  const study = read.ok ? read.studies[0] : undefined;
  if (!study) throw new Error("The made-up record was refused.");
  return study;
}

describe("what taking over a record would do", () => {
  it("tells a new study, a changed one and one that is as it was", () => {
    const study = studyOf("2026-03-01");
    expect(compareStudy(undefined, study).effect).toBe("new");
    expect(compareStudy(study, studyOf("2026-03-01", "Walks")).effect).toBe("changed");
    expect(compareStudy(study, { ...study, leftovers: ["Not shown."] }).effect).toBe("unchanged");
  });

  it.each([
    ["2026-03-01", "2026-02-28", "2026-03-01"],
    ["2026-03-01", "2026-03-01", null],
    ["2026-03-01", "2026-04", null],
    ["2026-03-01", "2026", null],
    ["2026-03-01", "2025", "2026-03-01"],
    ["2026", "2025-12-31", "2026"],
    [undefined, "2025-12-31", null],
    ["2026-03-01", undefined, null],
  ])("stored %s, given %s: older than %s", (stored, given, olderThan) => {
    expect(compareStudy(studyOf(stored), studyOf(given)).olderThan).toBe(olderThan);
  });
});
