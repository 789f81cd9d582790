// The text of a field as notes see it, with the way there and back between its characters and the page.
// What the notes themselves or the glossary put in is not part of it.
import type { TextRange } from "../text-anchor";

export interface FieldText {
  element: HTMLElement;
  path: string;
  text: string;
  /** The piece of the page that a range of the text stands in. */
  toPage(range: TextRange): Range;
  /** The part of a selection that lies in the field; undefined when none does. */
  fromPage(selected: Range): TextRange | undefined;
}

interface Piece {
  node: Text;
  start: number;
  end: number;
}

const left = "[data-notes], [popover], [hidden], dialog, script, style, template";
const blocks = "p, li, ul, ol, div, dl, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, section, td";

export function readField(element: HTMLElement): FieldText {
  const { text, pieces } = readPieces(element);
  return {
    element,
    path: element.dataset.anchorField ?? "",
    text,
    toPage({ start, end }) {
      const range = document.createRange();
      const first = pieces.find((piece) => piece.end > start) ?? pieces.at(-1);
      const last = pieces.findLast((piece) => piece.start < end) ?? first;
      if (first) range.setStart(first.node, Math.max(0, start - first.start));
      if (last) range.setEnd(last.node, Math.min(last.end, end) - last.start);
      return range;
    },
    fromPage(selected) {
      const within = pieces.filter(({ node }) => selected.intersectsNode(node));
      const [first, last] = [within[0], within.at(-1)];
      if (!first || !last) return undefined;
      const { startContainer, startOffset, endContainer, endOffset } = selected;
      const start = first.start + (first.node === startContainer ? startOffset : 0);
      const end = last.node === endContainer ? last.start + endOffset : last.end;
      return end > start ? { start, end } : undefined;
    },
  };
}

/** Two blocks are two lines, however close they stand in the page's source. */
function readPieces(element: HTMLElement): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      return node.matches(left) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  const pieces: Piece[] = [];
  let text = "";
  let lastBlock: Element | null | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const block = node.parentElement?.closest(blocks);
    if (lastBlock !== undefined && block !== lastBlock) text += "\n";
    lastBlock = block;
    pieces.push({ node, start: text.length, end: text.length + node.data.length });
    text += node.data;
  }
  return { text, pieces };
}
