// What differs between two records, as lines of a terminal: what changed, then before and after.
import { changeTitle, type StudyChange } from "@studydesk/domain/studies/study-change";

export function describeChanges(changes: readonly StudyChange[]): string[] {
  return changes.flatMap((change) => [
    `  ${changeTitle(change)}${numbersOf(change)}`,
    ...textLines("-", change.before),
    ...textLines("+", change.after),
  ]);
}

function numbersOf({ numbers }: StudyChange): string {
  if (!numbers) return "";
  const list = (found: readonly string[]) => found.join(", ") || "none";
  return ` (numbers: ${list(numbers.before)} before, ${list(numbers.after)} after)`;
}

function textLines(sign: string, text: string | undefined): string[] {
  return text === undefined ? [] : text.split("\n").map((line) => `    ${sign} ${line}`);
}
