// Builds what is asked for, and the form for it, as elements. All that was written goes in as text, never
// as markup.
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import type { NoteRequestTexts } from "../texts/en/note-request";
import { element } from "./element";
import type { FoundRequest } from "./look-at-request";
import { noteText } from "./note-text";
import { timeWords } from "./reader-words";
import type { SentWord } from "./send-back";
import { writeBackForm } from "./write-back-form";

export interface ShownRequest {
  found: FoundRequest;
  send: (content: ReplyContent) => Promise<SentWord>;
  /** The link takes no more. */
  onLastSent: () => void;
  onClear: () => void;
}

export function showRequest(t: NoteRequestTexts, place: HTMLElement, shown: ShownRequest): void {
  const { content, expiresAt, notesLeft } = shown.found;
  const title = element("h1", content.from ? t.askedBy(content.from) : t.title);
  title.tabIndex = -1;
  const takes = element("p", undefined, "quiet");
  const showLeft = (left: number) => {
    takes.textContent = t.takes(left, timeWords(t, expiresAt));
  };
  showLeft(notesLeft);
  const form = writeBackForm(t.write, async (written) => {
    const word = await shown.send(written);
    if (word.kind === "sent" && word.notesLeft !== undefined) {
      if (word.notesLeft > 0) showLeft(word.notesLeft);
      else shown.onLastSent();
    }
    return word;
  });
  const clear = element("button", t.clear);
  clear.type = "button";
  clear.addEventListener("click", shown.onClear);
  const actions = element("div", undefined, "actions");
  actions.append(clear);
  const asked = noteText(t, content.text);
  place.replaceChildren(title, asked, takes, element("p", t.whoSent, "quiet"), form, actions);
  place.hidden = false;
  title.focus();
}
