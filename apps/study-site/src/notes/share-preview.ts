// Exactly what a recipient will see: made from the very payload that is sealed.
import type { SharePayload } from "@studydesk/sealing/share-payload";
import type { NotesShareTexts } from "../texts/en/notes-share";
import { element, ownWords } from "./element";

export function sharePreview(t: NotesShareTexts, payload: SharePayload): HTMLElement[] {
  const { authorName, notes } = payload;
  return [
    ...(authorName ? [ownWords("p", t.from(authorName))] : []),
    ...(notes.length === 0 ? [element("p", { class: "hint" }, t.noneChosen)] : []),
    ...notes.map(({ text, quote, writtenAt }) =>
      element(
        "div",
        { class: "note-card" },
        ...(quote
          ? [ownWords("blockquote", quote.text), ownWords("p", whereOf(quote), "hint")]
          : []),
        ownWords("p", text, "note-words"),
        element("p", { class: "hint" }, t.written(dateOf(t, writtenAt))),
      ),
    ),
  ];
}

function whereOf({ source, page, revision }: { source: string; page?: string; revision?: string }) {
  return [source, page, revision].filter(Boolean).join(" · ");
}

function dateOf(t: NotesShareTexts, iso: string): string {
  return new Date(iso).toLocaleString(t.dateLocale, { dateStyle: "long", timeStyle: "short" });
}
