import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { describe, expect, it } from "vitest";
import { describeStudy } from "./describe-study";
import { structuredData, structuredDataElement } from "./structured-data";
import { textsOf } from "./texts/texts";

const shell = {
  language: "es",
  baseUrl: "https://desk.example.org",
  path: "/studies/NCT99000001",
  stylesheets: [],
  isDemo: false,
} as const;

const page: StudyPage = {
  nctId: "NCT99000001",
  title: "A study of morning walks",
  overallStatus: "RECRUITING",
  studyType: "INTERVENTIONAL",
  conditions: ["Poor sleep"],
  phases: ["PHASE2", "PHASE3"],
  sponsor: "Springfield University",
  sex: "FEMALE",
  minimumAge: { value: 18, unit: "years" },
  criteria: { criteria: [], notes: [], doubts: [] },
  contacts: [],
  centres: [
    { isOurs: false, name: "Springfield General", city: "Springfield", lat: 39.8, lon: -89.6 },
  ],
  recruitingSites: [],
  consentText: { id: 1, language: "es", number: 1, text: "" },
  inEnglish: [],
  wordedHere: [],
};

describe("a study as search engines read it", () => {
  it("is a trial with its status, condition, sponsor, places and people", () => {
    expect(structuredData(textsOf("es"), shell, page)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "MedicalTrial",
      url: "https://desk.example.org/es/studies/NCT99000001",
      status: "https://schema.org/Recruiting",
      healthCondition: [{ "@type": "MedicalCondition", name: "Poor sleep" }],
      sponsor: { "@type": "Organization", name: "Springfield University" },
      studyLocation: [{ "@type": "AdministrativeArea", geo: { latitude: 39.8 } }],
      phase: expect.stringMatching(/2 .* 3/),
      population: expect.stringContaining("18"),
    });
  });

  it("is an observational study where nothing is tried, without a phase or a status it has not", () => {
    const observed = structuredData(textsOf("en"), shell, {
      ...page,
      studyType: "OBSERVATIONAL",
      overallStatus: "UNKNOWN",
      phases: [],
    });
    expect(observed).toMatchObject({ "@type": "MedicalObservationalStudy" });
    expect(observed).not.toHaveProperty("phase");
    expect(observed).not.toHaveProperty("status");
  });

  it("cannot end its own element, and says the same afterwards", () => {
    const title = "</script><script>alert(1)</script><!-- & more";
    const data = structuredData(textsOf("en"), shell, { ...page, title });
    const element = structuredDataElement(data);
    expect(element.match(/<\/?script/g)).toHaveLength(2);
    expect(element).not.toContain("<!--");
    const json = element.replace(/^<script[^>]*>/, "").replace(/<\/script>$/, "");
    expect(JSON.parse(json)).toMatchObject({ name: title });
  });
});

describe("the line under a link to a study", () => {
  it("is the text up to a whole word, and says that there is more", () => {
    const summary = `Does a walk help? ${"Morning light, ".repeat(20)}`;
    const line = describeStudy({ ...page, summary }) ?? "";
    expect(line.length).toBeLessThanOrEqual(161);
    expect(line).toMatch(/(?:light|Morning)…$/);
    expect(describeStudy({ ...page, summary: "Short \\> and\n\nwhole." })).toBe(
      "Short > and whole.",
    );
    expect(describeStudy(page)).toBeUndefined();
    expect(describeStudy({ ...page, summary: "临床研究".repeat(60) })).toHaveLength(161);
    expect(describeStudy({ ...page, summary: "🌻".repeat(200) })).toMatch(/^(?:🌻)+…$/u);
  });
});
