// The criteria of a draft while somebody edits them: each with a name of its own, so that a field stays
// itself when the order changes. One order holds both kinds, which are shown and numbered apart.
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";
import {
  type AskedCriterion,
  type CriterionFields,
  meaningOf,
} from "@studydesk/domain/screening/criterion";
import { usualRule } from "@studydesk/domain/screening/judge-answer";
import { labelCriteria } from "@studydesk/domain/screening/label-criteria";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";

export interface DraftEntry extends CriterionFields {
  readonly key: string;
  /** Null: the server has not seen it yet. */
  readonly lineId: number | null;
}

export function toEntries(criteria: readonly AskedCriterion[]): DraftEntry[] {
  return criteria.map(({ id: _, label: __, ...fields }) => ({
    ...fields,
    key: `line-${fields.lineId.toString()}`,
  }));
}

/** What is sent, and what two of them are compared by: as typed, without the blanks around it. */
export function fieldsOf({ lineId, kind, children, rule, cost, doubt, ...typed }: DraftEntry) {
  const heading = typed.heading?.trim() || null;
  const wording = typed.wording?.trim() || null;
  const text = typed.text.trim();
  return { lineId, kind, heading, text, children, wording, rule: trimRule(rule), cost, doubt };
}

function trimRule(rule: AnswerRule): AnswerRule {
  if (rule.kind === "number") return { ...rule, unit: rule.unit.trim() };
  if (rule.kind !== "choice") return rule;
  return { ...rule, options: rule.options.map((each) => ({ ...each, label: each.label.trim() })) };
}

export function isSameEntry(one: DraftEntry, other: DraftEntry): boolean {
  return wordsOf([one]) === wordsOf([other]);
}

export function wordsOf(entries: readonly DraftEntry[]): string {
  return JSON.stringify(
    entries.map((entry) => {
      const fields = fieldsOf(entry);
      return [fields.lineId, meaningOf(fields), fields.wording, fields.cost, fields.doubt];
    }),
  );
}

/** "I1", "E3" by key, as the server will count them. */
export function labelsOf(entries: readonly DraftEntry[]): Map<string, string> {
  return new Map(labelCriteria(entries).map(({ key, label }) => [key, label]));
}

/** Past its neighbour of the same kind; where there is none, everything stays. */
export function moveEntry(entries: readonly DraftEntry[], key: string, by: 1 | -1): DraftEntry[] {
  const moved = entries.find((entry) => entry.key === key);
  if (!moved) return [...entries];
  const ofKind = entries.filter(({ kind }) => kind === moved.kind);
  const neighbour = ofKind[ofKind.indexOf(moved) + by];
  return neighbour ? placeEntry(entries, key, neighbour.key) : [...entries];
}

/** To where `at` stands now, which makes room towards where the moved one came from. */
export function placeEntry(entries: readonly DraftEntry[], key: string, at: string): DraftEntry[] {
  const from = entries.findIndex((entry) => entry.key === key);
  const to = entries.findIndex((entry) => entry.key === at);
  const [moved, place] = [entries[from], entries[to]];
  if (!moved || !place || moved === place || moved.kind !== place.kind) return [...entries];
  return entries.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** Behind the last of its kind. */
export function addEntry(entries: readonly DraftEntry[], kind: CriterionKind, key: string) {
  const added: DraftEntry = {
    key,
    lineId: null,
    kind,
    heading: null,
    text: "",
    children: [],
    wording: null,
    rule: usualRule(kind),
    cost: "phone",
    doubt: null,
  };
  return insertLast(entries, added);
}

/** Puts a changed one in its place; one that turned into the other kind goes behind that kind's last. */
export function changeEntry(entries: readonly DraftEntry[], next: DraftEntry): DraftEntry[] {
  const at = entries.findIndex(({ key }) => key === next.key);
  const before = entries[at];
  if (!before) return [...entries];
  if (before.kind === next.kind) return entries.with(at, next);
  const isUsual = JSON.stringify(before.rule) === JSON.stringify(usualRule(before.kind));
  const turned = isUsual ? { ...next, rule: usualRule(next.kind) } : next;
  return insertLast(entries.toSpliced(at, 1), turned);
}

function insertLast(entries: readonly DraftEntry[], added: DraftEntry): DraftEntry[] {
  const last = entries.findLastIndex(({ kind }) => kind === added.kind);
  const first = added.kind === "inclusion" ? 0 : entries.length;
  return entries.toSpliced(last < 0 ? first : last + 1, 0, added);
}
