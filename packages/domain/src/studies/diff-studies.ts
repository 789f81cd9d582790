// Field by field what differs between two readings of one study. Rule: nothing that a page shows may
// change without a line here; the same study twice gives none.
import { diffCriteria } from "./diff-criteria";
import type {
  ImportedStudy,
  StudyAge,
  StudyContact,
  StudyLocation,
  StudyOfficial,
} from "./imported-study";
import type { StudyChange, StudyField } from "./study-change";
import { ageRange, overallStatusLabels, phasesLabel, sexLabels } from "./study-words";
import { numbersApart } from "./text-likeness";

export function diffStudies(before: ImportedStudy, after: ImportedStudy): StudyChange[] {
  return [
    ...diffFacts(before, after),
    ...diffEligibility(before, after),
    ...diffEntries("contacts", before.contacts, after.contacts, nameOf, contactText),
    ...diffEntries("officials", before.officials, after.officials, nameOf, officialText),
    ...diffEntries("locations", before.locations, after.locations, placeOf, locationText),
  ];
}

type FactField = Exclude<
  StudyField,
  "criteria" | "criteriaNotes" | "criteriaText" | "contacts" | "officials" | "locations"
>;

/** In the order in which a person asks; undefined is a fact that the record does not give. */
const facts: readonly [FactField, (study: ImportedStudy) => string | undefined][] = [
  ["overallStatus", ({ overallStatus }) => overallStatusLabels[overallStatus]],
  ["lastKnownStatus", ({ lastKnownStatus: s }) => s && overallStatusLabels[s]],
  ["whyStopped", ({ whyStopped }) => whyStopped],
  ["title", ({ title }) => title],
  ["officialTitle", ({ officialTitle }) => officialTitle],
  ["acronym", ({ acronym }) => acronym],
  ["conditions", ({ conditions }) => listed(conditions)],
  ["keywords", ({ keywords }) => listed(keywords)],
  ["sponsor", ({ sponsor }) => sponsor],
  ["studyType", ({ studyType }) => studyType && typeWords[studyType]],
  ["phases", ({ phases }) => (phases.length > 0 ? phasesLabel(phases) : undefined)],
  ["sex", ({ sex }) => sexLabels[sex]],
  ["minimumAge", ({ minimumAge }) => ageWords(minimumAge)],
  ["maximumAge", ({ maximumAge }) => ageWords(maximumAge)],
  ["healthyVolunteers", ({ healthyVolunteers: h }) => (h === undefined ? h : h ? "Yes" : "No")],
  ["startDate", ({ startDate }) => startDate],
  ["completionDate", ({ completionDate }) => completionDate],
  ["lastUpdate", ({ lastUpdate }) => lastUpdate],
  ["summary", ({ summary }) => summary],
  ["detailedDescription", ({ detailedDescription }) => detailedDescription],
];

/** Where a number that changed is easily overread. */
const prose: ReadonlySet<StudyField> = new Set([
  ...["title", "officialTitle", "summary", "detailedDescription", "criteriaNotes"],
] as const satisfies StudyField[]);

const typeWords = {
  INTERVENTIONAL: "Interventional",
  OBSERVATIONAL: "Observational",
  EXPANDED_ACCESS: "Expanded access",
};

function listed(entries: readonly string[]): string | undefined {
  return entries.length > 0 ? entries.join("; ") : undefined;
}

function ageWords(age: StudyAge | undefined): string | undefined {
  return age && ageRange(age, age);
}

function diffFacts(before: ImportedStudy, after: ImportedStudy): StudyChange[] {
  return facts.flatMap(([field, read]) => changeOf({ field }, read(before), read(after)) ?? []);
}

function changeOf(
  what: Pick<StudyChange, "field" | "item">,
  before: string | undefined,
  after: string | undefined,
): StudyChange | undefined {
  if (before === after) return undefined;
  if (before === undefined)
    return { ...what, kind: "added", ...(after !== undefined && { after }) };
  if (after === undefined) return { ...what, kind: "removed", before };
  const numbers = prose.has(what.field) ? numbersApart(before, after) : undefined;
  return { ...what, kind: "changed", before, after, ...(numbers && { numbers }) };
}

function diffEligibility(before: ImportedStudy, after: ImportedStudy): StudyChange[] {
  const noteOf = ({ criteria: { notes } }: ImportedStudy) =>
    notes.length > 0 ? notes.map(({ text }) => text).join("\n") : undefined;
  const notes = changeOf({ field: "criteriaNotes" }, noteOf(before), noteOf(after));
  const changes = [
    ...diffCriteria(before.criteria.criteria, after.criteria.criteria),
    ...(notes ? [notes] : []),
  ];
  if (changes.length > 0 || before.criteriaText === after.criteriaText) return changes;
  // Every word is where it was: spaces, bullets, line ends.
  return [{ field: "criteriaText", kind: "changed" }];
}

/** Entries of a list are the same one when `keyOf` says so; a second of the same key is the second. */
function diffEntries<Entry>(
  field: StudyField,
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
  textOf: (entry: Entry) => string,
): StudyChange[] {
  const [left, right] = [byKey(before, keyOf), byKey(after, keyOf)];
  const changes: StudyChange[] = [];
  for (const [key, { item, entry }] of left) {
    const other = right.get(key);
    const change = changeOf({ field, item }, textOf(entry), other && textOf(other.entry));
    if (change) changes.push(change);
  }
  for (const [key, { item, entry }] of right) {
    if (!left.has(key)) changes.push({ field, kind: "added", item, after: textOf(entry) });
  }
  const isReordered =
    changes.every(({ kind }) => kind === "changed") &&
    [...left.keys()].some((key, index) => key !== [...right.keys()][index]);
  return isReordered ? [...changes, { field, kind: "reordered" }] : changes;
}

function byKey<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string) {
  const found = new Map<string, { item: string; entry: Entry }>();
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const item = keyOf(entry);
    const nth = (seen.get(item) ?? 0) + 1;
    seen.set(item, nth);
    found.set(`${item}\n${nth}`, { item, entry });
  }
  return found;
}

const nameOf = ({ name }: { name: string }) => name;
const joined = (parts: readonly (string | undefined)[], by = ", ") =>
  parts.filter((part) => part !== undefined).join(by);

/** "principal investigator": the registry writes it in capitals. */
const roleWords = (role: string | undefined) => role?.toLowerCase().replaceAll("_", " ");

function contactText({ name, role, phone, email }: StudyContact): string {
  return joined([name, roleWords(role), phone, email], " · ");
}

function officialText({ name, affiliation, role }: StudyOfficial): string {
  return joined([name, affiliation, roleWords(role)], " · ");
}

function placeOf({ facility, city }: StudyLocation): string {
  return joined([facility, city]);
}

function locationText(location: StudyLocation): string {
  const { facility, city, state, zip, country, status, lat, lon } = location;
  const onMap = lat === undefined && lon === undefined ? undefined : `${lat ?? "?"}, ${lon ?? "?"}`;
  const place = joined([facility, city, state, zip, country]);
  return joined([place, status && overallStatusLabels[status], onMap], " · ");
}
