/// <reference types="vite/client" />
// Shows what is asked for by a request link, and sends a note for it, sealed here to the browsers of who asks.
// The fragment is never sent, and leaves the address bar once the request is open.
import { parseRequestLink, type RequestLink } from "@studydesk/sealing/request-link";
import { type FoundRequest, type Looked, lookAtRequest } from "../share-reader/look-at-request";
import { readWords } from "../share-reader/reader-words";
import { clearNote, find, makeRoom, showAsk, speak, tell } from "../share-reader/sealed-places";
import { prepareSending } from "../share-reader/send-note";
import { showRequest } from "../share-reader/show-request";
import { type NoteRequestTexts, noteRequest } from "../texts/en/note-request";
import "../styles/share-reader.css";

const { language, t } = await readWords<NoteRequestTexts>(navigator.languages, noteRequest, {
  es: async () => (await import("../texts/es/note-request")).noteRequest,
  zh: async () => (await import("../texts/zh/note-request")).noteRequest,
  ar: async () => (await import("../texts/ar/note-request")).noteRequest,
});
const progress = find("ask-progress");
const problem = find("ask-problem");
const again = find("ask-again");

async function begin(): Promise<void> {
  const link = parseRequestLink(location.pathname + location.hash);
  if (!window.isSecureContext || !crypto.subtle) return tell(t.notSecure, false);
  if (!link) return tell(t.incompleteLink, false);
  showAsk();
  problem.textContent = "";
  again.hidden = true;
  progress.textContent = t.fetching;
  const looked = await lookAtRequest(link).catch((): Looked => ({ kind: "failed" }));
  progress.textContent = "";
  show(link, looked);
}

function show(link: RequestLink, looked: Looked): void {
  if (looked.kind === "found") open(link, looked.found);
  else if (looked.kind === "ended") tell(t.ends[looked.reason ?? "unknown"], true);
  else if (looked.kind === "no_match") tell(t.noMatch, true);
  else if (looked.kind === "keys_exchanged") tell(t.keysExchanged, true);
  else if (looked.kind === "changed") tell(t.changed, true);
  else {
    problem.textContent = t.problems[looked.kind];
    again.hidden = false;
  }
}

function open(link: RequestLink, found: FoundRequest): void {
  removeEventListener("hashchange", begin);
  history.replaceState(null, "", location.pathname);
  const { linkProof, publicKeys } = found;
  showRequest(t, makeRoom(), {
    found,
    send: prepareSending({ id: link.id, linkProof, publicKeys }),
    onLastSent: () => end(t.lastSent),
    onClear: () => end(t.cleared),
  });
  // Nor is it there for whoever presses "back" later.
  addEventListener("pagehide", () => end(t.cleared), { once: true });
}

function end(told: Parameters<typeof tell>[0]): void {
  clearNote();
  tell(told, true);
  // The next link opened in this tab starts afresh.
  addEventListener("hashchange", begin);
}

if (language !== "en") {
  speak(language, t);
  again.textContent = t.again;
}
again.addEventListener("click", () => void begin());
addEventListener("hashchange", begin);
void begin();
