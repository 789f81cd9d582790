// Builds an opened note as elements. All that was written goes in as text, never as markup.
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import type { ShareFact, ShareNote, SharePayload } from "@studydesk/sealing/share-payload";
import type { ReaderTexts } from "../texts/en/reader";
import { element } from "./element";
import { noteText } from "./note-text";
import { leftWords, timeWords } from "./reader-words";
import type { SentWord } from "./send-back";
import { writeBackForm } from "./write-back-form";

export interface ShownNote {
  payload: SharePayload;
  viewsLeft: number;
  expiresAt: string;
  /** Undefined where the author takes no answer. */
  reply?: ((content: ReplyContent) => Promise<SentWord>) | undefined;
}

/** Fills `place` and gives the focus to its heading, so that a screen reader begins there. */
export function showNote(
  t: ReaderTexts,
  place: HTMLElement,
  shown: ShownNote,
  onClear: () => void,
): void {
  const { notes, authorName, about } = shown.payload;
  const count = notes.length;
  const title = element("h1", authorName ? t.sharedBy(count, authorName) : t.shared(count));
  title.tabIndex = -1;
  place.replaceChildren(
    title,
    ...(about && about.length > 0 ? [factList(about)] : []),
    ...notes.map((note) => noteSection(t, note)),
    element("p", leftWords(t, shown.viewsLeft, shown.expiresAt), "quiet"),
    actions(t, onClear),
    ...(shown.reply ? [writeBackForm(t.writeBack, shown.reply)] : []),
  );
  place.hidden = false;
  title.focus();
}

function noteSection(t: ReaderTexts, note: ShareNote): HTMLElement {
  const section = element("section", undefined, "one-note");
  if (note.quote) section.append(quoteFigure(t, note.quote));
  const written = element("p", t.written, "hint");
  const time = element("time", timeWords(t, note.writtenAt));
  time.dateTime = note.writtenAt;
  written.append(time);
  section.append(noteText(t, note.text), written);
  return section;
}

function quoteFigure(t: ReaderTexts, quote: NonNullable<ShareNote["quote"]>): HTMLElement {
  const figure = element("figure");
  const words = element("blockquote", quote.text);
  words.dir = "auto";
  const source = element("figcaption");
  source.append(t.from, quote.page ? pageLink(t, quote.page, quote.source) : quote.source);
  if (quote.revision) source.append(t.revision(quote.revision));
  figure.append(words, source);
  return figure;
}

/** In a tab of its own: leaving this one would lose the note. */
function pageLink(t: ReaderTexts, page: string, source: string): HTMLElement {
  const link = element("a", t.newTab(source));
  link.href = page;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function factList(facts: readonly ShareFact[]): HTMLElement {
  const list = element("dl");
  for (const { label, value } of facts) {
    const shown = element("dd", value);
    shown.dir = "auto";
    list.append(element("dt", label), shown);
  }
  return list;
}

function actions(t: ReaderTexts, onClear: () => void): HTMLElement {
  const row = element("div", undefined, "actions");
  const print = button(t.print, () => window.print());
  row.append(print, button(t.clear, onClear));
  return row;
}

function button(label: string, onClick: () => void): HTMLElement {
  const made = element("button", label);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}
