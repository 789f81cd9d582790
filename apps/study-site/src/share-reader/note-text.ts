// A note's text with its bold words, lists and web addresses, as elements: whatever was written goes in as
// text, and nothing but a web address becomes a link.
import { type NoteSpan, readNoteText } from "@studydesk/domain/notes/read-note-text";
import type { ReaderTexts } from "../texts/en/reader";
import { element } from "./element";

type NewTab = Pick<ReaderTexts, "newTab">;

export function noteText(t: NewTab, text: string): HTMLElement {
  const place = element("div", undefined, "text");
  for (const block of readNoteText(text)) {
    if (block.kind === "paragraph") {
      const paragraph = element("p");
      paragraph.dir = "auto";
      paragraph.append(...block.lines.flatMap((line, at) => withBreak(t, line, at)));
      place.append(paragraph);
    } else {
      const list = element("ul");
      for (const item of block.items) {
        const point = element("li");
        point.dir = "auto";
        point.append(...item.map((span) => spanNode(t, span)));
        list.append(point);
      }
      place.append(list);
    }
  }
  return place;
}

function withBreak(t: NewTab, line: readonly NoteSpan[], at: number): Node[] {
  const nodes = line.map((span) => spanNode(t, span));
  return at === 0 ? nodes : [element("br"), ...nodes];
}

function spanNode(t: NewTab, { text, isBold, href }: NoteSpan): Node {
  const words = href === null ? document.createTextNode(text) : webLink(t, text, href);
  if (!isBold) return words;
  const strong = element("strong");
  strong.append(words);
  return strong;
}

/** In a tab of its own: leaving this one would lose the note. Its whole address stands there to be read. */
function webLink(t: NewTab, text: string, href: string): HTMLElement {
  const link = element("a", text);
  link.href = href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.dir = "ltr";
  link.title = t.newTab(text);
  return link;
}
