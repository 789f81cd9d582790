import { describe, expect, it } from "vitest";
import { readRegistryFile } from "./import-record";
import { registrySectionsOf, registryTextOf } from "./registry-text";

function sectionsOf(protocolSection: Record<string, unknown>) {
  const record = {
    protocolSection: {
      identificationModule: { nctId: "NCT99000077", briefTitle: "A made-up study" },
      statusModule: { overallStatus: "RECRUITING" },
      ...protocolSection,
    },
  };
  const read = readRegistryFile(JSON.stringify(record));
  const study = read.ok ? read.studies[0] : undefined;
  if (!study) throw new Error("The made-up record was not read.");
  return registrySectionsOf(study, record);
}

describe("the registry's text", () => {
  it("holds what the page shows and what is given, measured and planned", () => {
    const sections = sectionsOf({
      descriptionModule: { briefSummary: "Does it help people with \\>3 bad nights?" },
      armsInterventionsModule: {
        armGroups: [{ label: "Evening", description: "One dose at night" }],
        interventions: [{ name: "Nightowl", otherNames: ["NO-1"], description: "150 mg" }],
      },
      outcomesModule: { primaryOutcomes: [{ measure: "Sleep", timeFrame: "12 weeks" }] },
      designModule: { phases: ["PHASE2"], enrollmentInfo: { count: 40 } },
      eligibilityModule: { minimumAge: "18 Years", sex: "FEMALE" },
    });
    expect(registryTextOf(sections)).toBe(
      [
        "Title:\nA made-up study",
        "Summary:\nDoes it help people with >3 bad nights?",
        "What is given or done:\nNightowl (NO-1). 150 mg",
        "Groups:\nEvening. One dose at night",
        "What is measured:\nSleep. 12 weeks",
        "Ages:\n18 years and older",
        "Sex:\nWomen",
        "Phase:\n2",
        "Size:\n40 participants",
      ].join("\n\n"),
    );
  });

  it("holds nobody's name, address or number", () => {
    const text = registryTextOf(
      sectionsOf({
        descriptionModule: {
          briefSummary:
            "Write to study.desk@example.org or call (202) 555-0143, +1 202 555 0143 or 202-555-0143 by 2026-05-12, dose 1000-2000 IU.",
        },
        contactsLocationsModule: {
          centralContacts: [{ name: "Petra Placeholder", phone: "202-555-0100" }],
          overallOfficials: [{ name: "Otto Official" }],
        },
      }),
    );
    expect(text).toContain(
      "Write to [address] or call [number], [number] or [number] by 2026-05-12, dose 1000-2000 IU.",
    );
    expect(text).not.toMatch(/Placeholder|Official|555/);
  });

  it("leaves out what is missing or of another form", () => {
    const sections = sectionsOf({
      armsInterventionsModule: { interventions: "none", armGroups: [{ label: 3 }] },
      outcomesModule: [],
      designModule: { enrollmentInfo: { count: "many" } },
    });
    expect(sections.map(({ title }) => title)).toEqual(["Title", "Sex"]);
  });
});
