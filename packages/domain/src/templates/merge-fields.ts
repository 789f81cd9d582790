// Merge fields: what {firstName} and the like stand for in a mail to a person. The list is closed. What a
// template asks for and nobody knows is said before the mail goes out, never sent as a gap.

export const mergeFields = [
  "firstName",
  "lastName",
  "fullName",
  "studyTitle",
  "siteName",
  "siteCity",
  "coordinatorName",
] as const;
export type MergeField = (typeof mergeFields)[number];

export const mergeFieldLabels: Readonly<Record<MergeField, string>> = {
  firstName: "First name",
  lastName: "Last name",
  fullName: "Whole name",
  studyTitle: "Title of the study",
  siteName: "Name of the site",
  siteCity: "City of the site",
  coordinatorName: "Your name",
};

/** An empty value is a missing one. */
export type MergeValues = Readonly<Record<MergeField, string>>;

export interface MergedText {
  /** What is missing or unknown stands in it as it was written. */
  readonly text: string;
  readonly missing: readonly MergeField[];
  readonly unknown: readonly string[];
}

const braces = /\{([^{}\n]*)\}/g;

function readField(name: string): MergeField | undefined {
  const wanted = name.trim().toLowerCase();
  return mergeFields.find((field) => field.toLowerCase() === wanted);
}

export function mergeText(text: string, values: MergeValues): MergedText {
  const missing = new Set<MergeField>();
  const unknown = new Set<string>();
  const merged = text.replaceAll(braces, (written, name: string) => {
    const field = readField(name);
    if (!field) {
      unknown.add(written);
      return written;
    }
    const value = values[field].trim();
    if (value === "") missing.add(field);
    return value === "" ? written : value;
  });
  return { text: merged, missing: [...missing], unknown: [...unknown] };
}

/** What stands in braces and is no field; each once. */
export function unknownFields(text: string): string[] {
  const found = [...text.matchAll(braces)].flatMap(([written, name = ""]) =>
    readField(name) ? [] : [written],
  );
  return [...new Set(found)];
}

/** For a template that cannot be saved, and a mail that cannot be sent. */
export function unknownFieldsSentence(unknown: readonly string[]): string {
  const what = unknown.join(", ");
  const known = mergeFields.map((field) => `{${field}}`).join(", ");
  return `${what} ${unknown.length === 1 ? "is no field" : "are no fields"} that can be filled in. Use ${known}, or take the braces away.`;
}

/** For a mail that would go out with a gap. */
export function missingFieldsSentence(missing: readonly MergeField[]): string {
  const what = missing.map((field) => mergeFieldLabels[field].toLowerCase()).join(", ");
  const fields = missing.map((field) => `{${field}}`).join(", ");
  return `Nothing is known here for: ${what}. Write something else instead of ${fields}.`;
}
