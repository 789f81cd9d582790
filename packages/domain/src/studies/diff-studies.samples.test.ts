/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { diffStudies } from "./diff-studies";
import { readRegistryFile } from "./import-record";

const folder = resolve(import.meta.dirname, "../../../../../shared/registry-samples");

describe.skipIf(!existsSync(folder))(
  "the sample records against edited copies (only where the folder registry-samples is there)",
  () => {
    const samples = existsSync(folder)
      ? readdirSync(folder).filter((name) => name.endsWith(".json"))
      : [];
    const read = (fileText: string) => {
      const result = readRegistryFile(fileText);
      const one = result.ok ? result.studies[0] : undefined;
      if (!one) throw new Error("The sample was refused.");
      return one;
    };

    it.each(samples)("%s", (name) => {
      const fileText = readFileSync(join(folder, name), "utf8");
      const before = read(fileText);
      expect(diffStudies(before, read(fileText))).toEqual([]);
      const record = JSON.parse(fileText);
      const { identificationModule, eligibilityModule } = record.protocolSection;
      identificationModule.briefTitle += " (amended)";
      eligibilityModule.eligibilityCriteria = eligibilityModule.eligibilityCriteria.replace(
        /(exclusion criteria:?)/i,
        "* A criterion that an amendment brought\n\n$1",
      );
      record.derivedSection = { miscInfoModule: { versionHolder: "2026-12-01" } };
      const changes = diffStudies(before, read(JSON.stringify(record)));
      expect(changes[0]).toMatchObject({ field: "title", after: `${before.title} (amended)` });
      expect(changes.every(({ field }) => field === "title" || field.startsWith("criteria"))).toBe(
        true,
      );
    });
  },
);
