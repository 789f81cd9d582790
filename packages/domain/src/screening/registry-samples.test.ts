/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { CriterionChild } from "../studies/criteria";
import { readRegistryFile } from "../studies/import-record";
import type { ImportedStudy } from "../studies/imported-study";
import { fits } from "./answer";
import type { AnswerRule } from "./answer-rule";
import { criterionFields } from "./criterion";
import { type AnswerValue, judgeAnswer } from "./judge-answer";
import { labelCriteria } from "./label-criteria";
import { proposeQuestions } from "./propose-question";

const folder = resolve(import.meta.dirname, "../../../../../shared/registry-samples");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.json$/.test(name)) : [];

function readSample(name: string): ImportedStudy {
  const result = readRegistryFile(readFileSync(join(folder, name), "utf8"));
  const study = result.ok ? result.studies[0] : undefined;
  if (!study) throw new Error(`The sample ${name} was refused.`);
  return study;
}

/** Values of which some speak for the person and some against. */
function valuesFor(rule: AnswerRule): AnswerValue[] {
  switch (rule.kind) {
    case "yes_no":
      return [true, false];
    case "number":
      return [rule.min ?? 0, rule.max ?? 0].flatMap((bound) => [bound - 1, bound, bound + 1]);
    case "date":
      return [
        "1900-01-01",
        "2100-01-01",
        ...[rule.earliest, rule.latest].flatMap((day) => day ?? []),
      ];
    case "choice":
      return rule.options.map(({ label }) => label);
  }
}

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+|[<>=≤≥±%+]/gu) ?? []).toSorted();

/** Without the marks of lists and the two headings, which become order and kind. */
function wordsOfRecord(text: string): string[] {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^\s*(?:\d+\.|[*-])(?=\s|$)/, ""))
    .filter((line) => !/^\s*(?:Inclusion|Exclusion) Criteria:\s*$/.test(line));
  return wordsOf(lines.join("\n"));
}

const textsOf = ({ text, children }: CriterionChild): string[] => [
  text,
  ...children.flatMap(textsOf),
];

describe.skipIf(files.length === 0)(
  "questions from the sample records (only where the folder registry-samples is there)",
  () => {
    it.each(files)("%s: each criterion can be asked, and judged both ways", (name) => {
      const study = readSample(name);
      const asked = labelCriteria(proposeQuestions(study));
      expect(asked.map(({ label, text }) => [label, text])).toEqual(
        study.criteria.criteria.map(({ label, text }) => [label, text]),
      );
      for (const { label, ...criterion } of asked) {
        const { kind, rule, wording, text, doubt } = criterion;
        expect(criterionFields.parse(criterion), label).toEqual(criterion);
        expect((wording ?? text).trim().length, label).toBeGreaterThan(3);
        // A wording is a question; where there is none, the statement itself is read out.
        if (wording !== null) expect(wording, label).toMatch(/^\p{Lu}.*[^\s?]\?$/u);
        if (doubt) expect(doubt.sentence, label).toMatch(/\.$/);
        const judged = valuesFor(rule).map((value) => fits(kind, judgeAnswer(kind, rule, value)));
        expect(new Set(judged), label).toEqual(new Set([true, false]));
        expect(judgeAnswer(kind, rule, null), label).toBe("unknown");
      }
    });

    it.each(files)("%s: nothing of the registry's text is lost", (name) => {
      const study = readSample(name);
      const kept = [
        ...proposeQuestions(study).flatMap((asked) => [asked.heading ?? "", ...textsOf(asked)]),
        ...study.criteria.notes.map(({ text }) => text),
      ];
      expect(wordsOf(kept.join("\n"))).toEqual(wordsOfRecord(study.criteriaText));
    });

    it("leaves the ages of NCT06596954 for a person to settle, with the record's own proposed", () => {
      const asked = labelCriteria(proposeQuestions(readSample("NCT06596954.json")));
      expect(asked).toHaveLength(11);
      const doubts = asked.flatMap(({ label, doubt }) => (doubt ? [[label, doubt.sentence]] : []));
      expect(doubts).toEqual([["I4", expect.stringMatching(/at the ages 18 and 80\.$/)]]);
      const [i4, i5] = asked.filter(({ rule }) => rule.kind === "number" && rule.unit === "years");
      expect(i4?.rule).toEqual(i5?.rule);
      expect(asked.find(({ label }) => label === "E4")?.wording).toBe(
        "Are you pregnant or breastfeeding?",
      );
    });
  },
);
