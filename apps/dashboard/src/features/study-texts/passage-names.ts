// What a passage is called on the desk.
import type { StudyTextField, WholeField } from "@studydesk/domain/studies/study-passages";

const wholeNames: Readonly<Record<WholeField, string>> = {
  title: "Title",
  summary: "Summary",
  detailedDescription: "Detailed description",
  whyStopped: "Why it stopped",
  conditions: "Conditions, one on each line",
};

/** "Title", "Criterion I3", "Heading above I3", "Note after E2". */
export function passageName(field: StudyTextField, label: string | null): string {
  if (field in wholeNames) return wholeName(field);
  if (field.startsWith("criteria.")) return label ? `Criterion ${label}` : "Criterion";
  if (field.startsWith("heading.")) return label ? `Heading above ${label}` : "Heading";
  return label ? `Note after ${label}` : "Note on the criteria";
}

function wholeName(field: StudyTextField): string {
  const entry = Object.entries(wholeNames).find(([name]) => name === field);
  return entry?.[1] ?? field;
}

/** A criterion is typed with its points as a list. */
export function passageHint(field: StudyTextField, source: string): string | undefined {
  if (field === "conditions") return "One condition on each line.";
  if (!field.startsWith("criteria.") || !source.includes("\n")) return undefined;
  return "Points stand on lines of their own, after “- ”; points below a point two spaces further in.";
}
