// A criterion as one text that a person can edit: its sentence, then the points under it as a list, two
// spaces further in for each level. What is written comes back the same when it is read.
import type { CriterionChild } from "./criteria";

type CriterionWords = { text: string; children: CriterionChild[] };

export function writeCriterion({ text, children }: CriterionWords): string {
  return [text, ...pointLines(children, "")].join("\n");
}

function pointLines(points: readonly CriterionChild[], indent: string): string[] {
  return points.flatMap(({ text, children }) => [
    `${indent}- ${text}`,
    ...pointLines(children, `${indent}  `),
  ]);
}

const point = /^(\s*)[-–—•*・－]\s+(.*)$/u;

/** A line without a mark goes on with the point, or the sentence, before it. */
export function readCriterion(written: string): CriterionWords {
  const whole: CriterionWords = { text: "", children: [] };
  const open: { indent: number; words: CriterionWords }[] = [{ indent: -1, words: whole }];
  for (const line of written.split(/\r?\n/)) {
    const found = point.exec(line);
    if (found && whole.text !== "") {
      const indent = found[1]?.replaceAll("\t", "  ").length ?? 0;
      const words: CriterionWords = { text: found[2]?.trim() ?? "", children: [] };
      while (open.length > 1 && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
      open.at(-1)?.words.children.push(words);
      open.push({ indent, words });
    } else if (line.trim() !== "") {
      const words = open.at(-1)?.words ?? whole;
      words.text = words.text === "" ? line.trim() : `${words.text} ${line.trim()}`;
    }
  }
  return whole;
}
