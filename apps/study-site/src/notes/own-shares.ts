// The links that this device made: how each stands, and the way to take it back.
import { maxShareFailures } from "@studydesk/domain/shares/share-state";
import type { NotesShareTexts } from "../texts/en/notes-share";
import { gapIn } from "../texts/gap-in";
import { askShareState, type ShareWord, takeShareBack } from "./ask-visitor-shares";
import { button, element, ownWords } from "./element";
import type { OwnShare } from "./kept-notes";
import type { NoteStore } from "./note-store";
import { pageLanguage, readShareWords } from "./notes-words";
import type { Teller } from "./teller";

export async function showOwnShares(
  place: HTMLElement,
  store: NoteStore,
  teller: Teller,
): Promise<void> {
  const t = await readShareWords();
  const shares = await store.listShares();
  const rows = shares.map((share) => {
    const row = element("li", { class: "note-card" });
    const refill = (word: ShareWord | undefined) =>
      row.replaceChildren(...rowParts(t, share, word, { takeBack, forget }));
    async function takeBack() {
      const word = await takeShareBack(share);
      if (word.kind === "known" || word.kind === "gone") {
        refill(word);
        teller.tell(t.takenBack);
      } else teller.tell(t.notTakenBack);
    }
    const forget = () => void store.deleteShare(share.id);
    refill(undefined);
    void askShareState(share).then(refill);
    return row;
  });
  place.replaceChildren(element("ul", { class: "notes-items" }, ...rows));
}

function rowParts(
  t: NotesShareTexts,
  share: OwnShare,
  word: ShareWord | undefined,
  { takeBack, forget }: { takeBack: () => void; forget: () => void },
): HTMLElement[] {
  const made = t.made(dateOf(t, share.madeAt));
  const count = t.noteCount(share.noteCount);
  const isOver = word?.kind === "gone" || (word?.kind === "known" && word.share.state !== "active");
  return [
    share.label ? ownWords("h4", share.label) : element("h4", {}, count),
    element("p", { class: "hint" }, share.label ? `${count}, ${made}` : made),
    element("p", {}, ...(word ? [wordsOf(t, word)] : [])),
    element(
      "div",
      { class: "note-actions" },
      isOver ? button(t.forget, forget) : button(t.takeBack, takeBack),
    ),
  ];
}

function wordsOf(t: NotesShareTexts, word: ShareWord): string {
  if (word.kind === "gone") return t.gone;
  if (word.kind !== "known") return t.unknown;
  const { state, views, maxViews, failures, expiresAt, lastOpenedAt } = word.share;
  const opened =
    views === 0 || !lastOpenedAt ? t.neverOpened : t.opened(views, timeOf(t, lastOpenedAt));
  const isLocked = state === "revoked" && failures >= maxShareFailures;
  const now =
    state === "active"
      ? t.active(maxViews - views, timeOf(t, expiresAt))
      : t[isLocked ? "locked" : state];
  const said = [now, opened, ...(failures > 0 ? [t.wrong(failures)] : [])];
  return said.join(gapIn(pageLanguage()));
}

function dateOf(t: NotesShareTexts, iso: string): string {
  return new Date(iso).toLocaleDateString(t.dateLocale, { dateStyle: "long" });
}

function timeOf(t: NotesShareTexts, iso: string): string {
  return new Date(iso).toLocaleString(t.dateLocale, { dateStyle: "long", timeStyle: "short" });
}
