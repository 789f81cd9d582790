/// <reference types="node" />
// Edits of real study texts, with the outcome that a reader of both would call right. They are kept as
// references (record, field, ranges): the texts themselves are not ours to copy.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findAnchor } from "./find-anchor";
import editFile from "./fixtures/edited-studies.json";
import { makeAnchor } from "./make-anchor";

/**
 * `found`: the quote stands at `place` and says the same. `flagged`: a number, a bound or a negation of it
 * changed. `asked`: it went to the opposite list. `gone`: it was taken away.
 */
type Outcome = "found" | "flagged" | "asked" | "gone";

interface StudyEdit {
  record: string;
  field: string;
  kind: string;
  quote: number[];
  /** In order: at which place, how many units are cut, and what comes there: a text, or a range of the old one. */
  edits: (number | string | number[])[][];
  outcome: string;
  place: number[] | null;
}

const folder = resolve(import.meta.dirname, "../../../../shared/registry-samples");
const edits: StudyEdit[] = editFile;
const outcomes: readonly Outcome[] = ["found", "flagged", "asked", "gone"];

function textOf({ record, field }: StudyEdit): string {
  let value: unknown = JSON.parse(readFileSync(join(folder, `${record}.json`), "utf8"));
  for (const key of ["protocolSection", ...field.split(".")]) {
    value = new Map(Object.entries(value ?? {})).get(key);
  }
  if (typeof value !== "string") throw new Error(`${record} has no text ${field}`);
  return value;
}

function editedText(text: string, edit: StudyEdit): string {
  let [now, last] = ["", 0];
  for (const [at, cut, put] of edit.edits) {
    const come = Array.isArray(put) ? text.slice(put[0], put[1]) : String(put);
    now += text.slice(last, Number(at)) + come;
    last = Number(at) + Number(cut);
  }
  return now + text.slice(last);
}

const place = { sourceType: "study", sourceId: "1", fieldPath: "text", revision: "1" };

async function tryEdit(edit: StudyEdit) {
  const text = textOf(edit);
  const [start = 0, end = 0] = edit.quote;
  const found = await findAnchor(
    await makeAnchor(text, { start, end }, place),
    editedText(text, edit),
  );
  const isPlaced = found.state !== "orphan";
  const isFlagged = found.flags.length > 0;
  return {
    about: `${edit.record} ${edit.kind} ${text.slice(start, end)} → ${JSON.stringify(edit.edits)}`,
    outcome: edit.outcome,
    isPlaced,
    isRight: isPlaced && edit.place !== null && overlap(found, edit.place) >= 0.7,
    isFlagged,
    isTold: isFlagged || !isPlaced || found.state === "may_have_moved",
  };
}

function overlap(found: { start: number; end: number }, [start = 0, end = 0]: number[]): number {
  const common = Math.min(found.end, end) - Math.max(found.start, start);
  return common / (Math.max(found.end, end) - Math.min(found.start, start));
}

const hundredths = (part: number, whole: number) => Math.round((100 * part) / whole) / 100;

describe.skipIf(!existsSync(folder))(
  "Edited study texts (skipped without the sample records)",
  () => {
    it("no changed number, bound or negation passes silently, and hardly anything else is told", async () => {
      const tried = await Promise.all(edits.map(tryEdit));
      const having = (outcome: Outcome) => tried.filter((one) => one.outcome === outcome);
      const placed = tried.filter(({ isPlaced }) => isPlaced);
      const right = tried.filter(({ isRight }) => isRight);
      const flagged = having("flagged").filter(({ isFlagged }) => isFlagged);
      const flags = [...flagged, ...having("found").filter(({ isFlagged }) => isFlagged)];

      const silent = [...having("flagged"), ...having("asked")].filter(({ isTold }) => !isTold);
      expect(silent.map(({ about }) => about)).toEqual([]);
      const lost = having("gone").filter(({ isTold }) => !isTold);
      expect(lost.map(({ about }) => about)).toEqual([]);
      // How good it is. A change of the engine that moves a figure is judged by these.
      expect({
        edits: Object.fromEntries(outcomes.map((outcome) => [outcome, having(outcome).length])),
        place: {
          precision: hundredths(right.length, placed.length),
          recall: hundredths(right.length, tried.length - having("gone").length),
        },
        flag: {
          precision: hundredths(flagged.length, flags.length),
          recall: hundredths(flagged.length, having("flagged").length),
        },
      }).toEqual({
        edits: { found: 189, flagged: 254, asked: 24, gone: 45 },
        place: { precision: 0.97, recall: 0.98 },
        flag: { precision: 1, recall: 1 },
      });
    });
  },
);
