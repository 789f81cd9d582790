// Second step of the criteria parser, the bookkeeping: which section, group and list is open, and
// where a piece of text goes. Rule: whatever is put in comes out, as criterion, heading or note.
import type {
  CriteriaNoteKind,
  Criterion,
  CriterionChild,
  CriterionKind,
  ParsedCriteria,
} from "./criteria";
import { endsWithColon, saysNone } from "./criteria-text";
import type { ListMarker } from "./list-markers";

type Node = { parts: string[]; children: Node[] };
type OpenNode = { node: Node; indent: number; style: string; ordinal: number | undefined };
type Draft = { kind: CriterionKind; heading: string | undefined; line: number; node: Node };
type DraftNote = {
  kind: CriteriaNoteKind;
  text: string;
  line: number;
  section: CriterionKind | undefined;
};
type Heading = { text: string; line: number; isUsed: boolean };
type Paragraph = { parts: string[]; line: number };

const longestHeading = 200;
const deepestLevel = 8;

export function createCriteriaBuilder() {
  const drafts: Draft[] = [];
  const notes: DraftNote[] = [];
  const said = new Set<CriterionKind>();
  let section: CriterionKind | undefined;
  let sectionsOfGroup = new Set<string>();
  // From the widest to the narrowest: the group of participants, the main heading where it says more
  // than its section, a sub-heading, and one directly under that.
  let group: Heading | undefined;
  let ofSection: Heading | undefined;
  let outer: Heading | undefined;
  let inner: Heading | undefined;
  let loose: Paragraph[] = [];
  let hasList = false;
  let open: OpenNode[] = [];

  function note(kind: CriteriaNoteKind, text: string, line: number): void {
    notes.push({ kind, text, line, section });
  }

  function retire(heading: Heading | undefined): undefined {
    if (heading && !heading.isUsed) note("heading_without_items", heading.text, heading.line);
  }

  function addCriterion(parts: string[], line: number): Node {
    const headings = [group, ofSection, outer, inner].filter((heading) => heading !== undefined);
    for (const heading of headings) heading.isUsed = true;
    const node: Node = { parts, children: [] };
    const heading = headings.map(({ text }) => text).join(" ");
    drafts.push({ kind: section ?? "inclusion", heading: heading || undefined, line, node });
    return node;
  }

  /** Paragraphs are criteria where no list is, and stand outside the lists where there is one. */
  function closeBlock(): void {
    for (const { parts, line } of loose) {
      const text = parts.join(" ");
      if (hasList || saysNone(text)) note("outside_lists", text, line);
      else addCriterion(parts, line);
    }
    loose = [];
    hasList = false;
    open = [];
  }

  /** Closes the lists that a marker at this place ends, and says under what the new item belongs. */
  function findParent(indent: number, style: string): Node | undefined {
    while ((open.at(-1)?.indent ?? -1) >= indent + 2) open.pop();
    const peersFrom = open.findIndex((entry) => entry.indent > indent - 2);
    if (peersFrom >= 0) {
      const sibling = open.findLastIndex((entry, at) => at >= peersFrom && entry.style === style);
      const last = open.at(-1);
      const opensList =
        endsWithColon(last?.node.parts.at(-1) ?? "") ||
        (style.length > 2 && style.startsWith("1.1"));
      if (sibling >= 0) open.length = sibling;
      else if (!opensList) open.length = peersFrom;
    }
    open.length = Math.min(open.length, deepestLevel);
    return open.at(-1)?.node;
  }

  return {
    note,
    closeBlock,

    openSection(name: CriterionKind | "any", kept: string | undefined, line: number): void {
      closeBlock();
      outer = retire(outer);
      inner = retire(inner);
      ofSection = retire(ofSection);
      if (kept !== undefined || sectionsOfGroup.has(name)) {
        group = retire(group);
        sectionsOfGroup = new Set();
      }
      sectionsOfGroup.add(name);
      section = name === "any" ? undefined : name;
      if (section) said.add(section);
      if (kept !== undefined) ofSection = { text: kept, line, isUsed: false };
    },

    /** Keeps the headings that stand, as a sentence such as "Excluded are:" does within a text. */
    turnTo(kind: CriterionKind): void {
      closeBlock();
      section = kind;
      said.add(kind);
    },

    openGroup(text: string, line: number): void {
      closeBlock();
      outer = retire(outer);
      inner = retire(inner);
      ofSection = retire(ofSection);
      group = retire(group);
      sectionsOfGroup = new Set();
      group = { text, line, isUsed: false };
    },

    openHeading(text: string, line: number): void {
      closeBlock();
      if (text.length > longestHeading) {
        note("outside_lists", text, line);
        return;
      }
      const isDirectlyUnder = inner && !inner.isUsed;
      if (isDirectlyUnder) {
        retire(outer);
        outer = inner;
      } else retire(inner);
      inner = { text, line, isUsed: false };
    },

    addItem(marker: ListMarker, indent: number, text: string, line: number): void {
      hasList = true;
      if (saysNone(text)) {
        note("outside_lists", text, line);
        return;
      }
      const parent = findParent(indent, marker.style);
      const node = parent ? { parts: [text], children: [] } : addCriterion([text], line);
      parent?.children.push(node);
      open.push({ node, indent, style: marker.style, ordinal: marker.ordinal });
    },

    /** A paragraph that is a criterion even beside a list, because it followed its heading on one line. */
    addStatement(parts: string[], line: number): void {
      if (saysNone(parts.join(" "))) note("outside_lists", parts.join(" "), line);
      else addCriterion(parts, line);
    },

    addParagraph(parts: string[], line: number): void {
      open = [];
      loose.push({ parts, line });
    },

    /** The list item that an unmarked line may go on with. */
    openItem():
      | { indent: number; style: string; ordinal: number | undefined; lastLine: string }
      | undefined {
      const [first] = open;
      const last = open.at(-1);
      return first && last && { ...first, lastLine: last.node.parts.at(-1) ?? "" };
    },

    continueItem(text: string): void {
      open.at(-1)?.node.parts.push(text);
    },

    /** A paragraph indented under an item; false when no open item is that far left. */
    addToItem(text: string, indent: number): boolean {
      const at = open.findLastIndex((entry) => entry.indent + 2 <= indent);
      const owner = open[at];
      if (!owner) return false;
      open.length = at + 1;
      if (owner.node.children.length === 0) owner.node.parts.push(text);
      else {
        const node: Node = { parts: [text], children: [] };
        owner.node.children.push(node);
        open.push({ node, indent, style: "", ordinal: undefined });
      }
      return true;
    },

    /** Adds "OR" to what it follows; false when there is nothing. */
    connect(text: string): boolean {
      const parts = open.at(-1)?.node.parts ?? loose.at(-1)?.parts;
      parts?.push(text);
      return parts !== undefined;
    },

    section: () => section,
    isBlockLoose: () => loose.length > 0,
    isEmpty: () => drafts.length === 0 && loose.length === 0,

    finish(): ParsedCriteria {
      closeBlock();
      for (const heading of [group, ofSection, outer, inner]) retire(heading);
      return { ...numberDrafts(drafts, notes), doubts: doubtsOf(drafts, said) };
    },
  };
}

function finishNode({ parts, children }: Node): CriterionChild {
  return { text: parts.join(" "), children: children.map(finishNode) };
}

function numberDrafts(
  drafts: Draft[],
  notes: DraftNote[],
): Pick<ParsedCriteria, "criteria" | "notes"> {
  const counts = { inclusion: 0, exclusion: 0 };
  const criteria = drafts.map(({ kind, heading, node }): Criterion => {
    counts[kind] += 1;
    const label = `${kind === "inclusion" ? "I" : "E"}${counts[kind]}`;
    return { kind, label, ...(heading !== undefined && { heading }), ...finishNode(node) };
  });
  let reached = 0;
  const placed = notes
    .toSorted((left, right) => left.line - right.line)
    .map(({ section, ...note }) => {
      while (reached < drafts.length && (drafts[reached]?.line ?? 0) <= note.line) reached += 1;
      const after = criteria[reached - 1]?.label;
      return { ...note, ...(section && { section }), ...(after !== undefined && { after }) };
    });
  return { criteria, notes: placed };
}

function doubtsOf(drafts: Draft[], said: Set<CriterionKind>): string[] {
  if (drafts.length === 0 || said.has("inclusion")) return [];
  if (said.size === 0) {
    return [
      "The text has neither an inclusion nor an exclusion heading: every item was read as inclusion. Check each.",
    ];
  }
  return drafts.some(({ kind }) => kind === "inclusion")
    ? [
        "The text has no inclusion heading: what stands before the exclusion heading was read as inclusion. Check it.",
      ]
    : [];
}
