// Marks the words that notes are about: by the CSS Custom Highlight API, which leaves the page's elements
// alone, and by `<mark>` where that is missing.
import type { FoundAnchor } from "../find-anchor";
import type { TextRange } from "../text-anchor";
import { readField } from "./field-text";

const kinds = ["note", "note-doubt", "note-changed"] as const;
type Kind = (typeof kinds)[number];

export interface MarkedWords {
  field: HTMLElement;
  found: Exclude<FoundAnchor, { state: "orphan" }>;
}

interface Mark {
  field: HTMLElement;
  range: TextRange;
  kind: Kind;
}

/** All of the page: what was marked before and is not among them is marked no more. */
export function showHighlights(words: readonly MarkedWords[]): void {
  const marks = words.map(
    ({ field, found }): Mark => ({ field, range: found, kind: kindOf(found) }),
  );
  if (!("highlights" in CSS)) {
    wrapMarks(marks);
    return;
  }
  for (const kind of kinds) {
    const ranges = marks
      .filter((mark) => mark.kind === kind)
      .map(({ field, range }) => readField(field).toPage(range));
    if (ranges.length === 0) CSS.highlights.delete(kind);
    else CSS.highlights.set(kind, new Highlight(...ranges));
  }
}

/** Call it before the page's text is read: elements that were put around words go. */
export function takeMarksAway(): void {
  for (const mark of document.querySelectorAll("mark[data-kind]")) {
    const around = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    around?.normalize();
  }
}

function kindOf(found: MarkedWords["found"]): Kind {
  if (found.flags.length > 0) return "note-changed";
  return found.state === "may_have_moved" ? "note-doubt" : "note";
}

function wrapMarks(marks: readonly Mark[]): void {
  for (const { field, range, kind } of marks) {
    const page = readField(field).toPage(range);
    for (const text of textsIn(page)) {
      const from = text === page.startContainer ? page.startOffset : 0;
      const to = text === page.endContainer ? page.endOffset : text.data.length;
      const words = document.createRange();
      words.setStart(text, from);
      words.setEnd(text, to);
      const mark = document.createElement("mark");
      mark.dataset.kind = kind;
      words.surroundContents(mark);
    }
  }
}

function textsIn(range: Range): Text[] {
  const { commonAncestorContainer: within } = range;
  if (within instanceof Text) return [within];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isOurs = node.parentElement?.closest("[data-notes]");
    if (node instanceof Text && !isOurs && range.intersectsNode(node)) texts.push(node);
  }
  return texts;
}
