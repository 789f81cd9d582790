/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readRegistryFile } from "./import-record";
import type { ImportedStudy } from "./imported-study";

const folder = resolve(import.meta.dirname, "../../../../../shared/registry-samples");
const hasSamples = existsSync(folder);

function readSample(name: string): ImportedStudy {
  const result = readRegistryFile(readFileSync(join(folder, name), "utf8"));
  const study = result.ok ? result.studies[0] : undefined;
  if (!study) throw new Error(`The sample ${name} was refused.`);
  return study;
}

const childrenOf = (study: ImportedStudy) =>
  study.criteria.criteria
    .filter(({ children }) => children.length > 0)
    .map(({ label, children }) => `${label}: ${children.length}`);

// Counted by hand in each record's text.
const expected = [
  { nctId: "NCT00973089", status: "WITHDRAWN", items: [5, 3], children: [], notes: 0, places: 1 },
  { nctId: "NCT03475563", status: "UNKNOWN", items: [5, 7], children: [], notes: 0, places: 3 },
  {
    nctId: "NCT04207047",
    status: "UNKNOWN",
    items: [9, 19],
    children: ["I7: 3", "E19: 3"],
    notes: 3,
    places: 1,
  },
  {
    nctId: "NCT06171568",
    status: "NOT_YET_RECRUITING",
    items: [1, 0],
    children: [],
    notes: 0,
    places: 1,
  },
  { nctId: "NCT06323538", status: "RECRUITING", items: [10, 2], children: [], notes: 0, places: 8 },
  { nctId: "NCT06596954", status: "RECRUITING", items: [6, 5], children: [], notes: 0, places: 1 },
];

describe.skipIf(!hasSamples)(
  "the sample records (only where the folder registry-samples is there)",
  () => {
    it.each(expected)(
      "$nctId is read in full",
      ({ nctId, status, items, children, notes, places }) => {
        const study = readSample(`${nctId}.json`);
        const count = (kind: string) =>
          study.criteria.criteria.filter((one) => one.kind === kind).length;
        expect(study).toMatchObject({ nctId, overallStatus: status });
        expect([count("inclusion"), count("exclusion")]).toEqual(items);
        expect(childrenOf(study)).toEqual(children);
        expect(study.criteria.notes).toHaveLength(notes);
        expect(study.criteria.doubts).toEqual([]);
        expect(study.locations).toHaveLength(places);
        expect(study.leftovers.join("\n")).not.toContain("left out");
      },
    );

    it("no record of the folder is refused", () => {
      const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
      expect(files.map((name) => `${readSample(name).nctId}.json`)).toEqual(files);
    });

    it("page footers and a stray dash of NCT04207047 are notes, not parts of a criterion", () => {
      const { criteria, notes } = readSample("NCT04207047.json").criteria;
      expect(criteria.find(({ label }) => label === "I3")?.text).toBe(
        "Fitzpatrick Skin Type I to VI.",
      );
      expect(JSON.stringify(criteria)).not.toMatch(/Page \d+ of 52/);
      expect(notes.map(({ kind, line, after }) => [kind, line, after])).toEqual([
        ["page_footer", 5, "I3"],
        ["page_footer", 40, "E19"],
        ["stray_mark", 43, "E19"],
      ]);
    });

    it("gives the facts of NCT06596954's study page", () => {
      expect(readSample("NCT06596954.json")).toMatchObject({
        title: "Lymphocyte-sparing Thoracic Radiotherapy for Esophageal Squamous Cell Carcinoma",
        phases: ["NA"],
        sex: "ALL",
        minimumAge: { value: 18, unit: "years" },
        maximumAge: { value: 80, unit: "years" },
        conditions: ["Esophageal Squamous Cell Cancer"],
        sponsor: "Ruijin Hospital",
        lastUpdate: "2025-10-15",
        locations: [
          { facility: "Ruijin Hospital", city: "Shanghai", country: "China", status: "RECRUITING" },
        ],
      });
    });
  },
);
