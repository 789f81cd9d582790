/// <reference types="vite/client" />
// Opens a shared note: keys from the link's fragment and the passcode, the sealed note from the server,
// unsealed here. The fragment is never sent, and leaves the address bar once the note is open.
import { encodeBase64url } from "@studydesk/sealing/base64url";
import { openShare } from "@studydesk/sealing/open";
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import { parseShareLink, type ShareLink } from "@studydesk/sealing/share-link";
import { askServer } from "../share-reader/ask-server";
import { deviceKind } from "../share-reader/device-kind";
import { createReaderView } from "../share-reader/reader-view";
import { endWords, readReaderWords, waitWords } from "../share-reader/reader-words";
import { prepareParcels, type SentWord, sendBack } from "../share-reader/send-back";
import { showNote } from "../share-reader/show-note";
import { prepareUnlocker, type Unlocker } from "../share-reader/unlock";
import "../styles/share-reader.css";

const { language, t } = await readReaderWords(navigator.languages);
const view = createReaderView(language, t);
// One for all tries on this page: an answer that got lost is asked for again as the same view.
let nonce = "";
let unlocker: Unlocker | undefined;

function begin(): void {
  if (!window.isSecureContext || !crypto.subtle) {
    view.tell(t.notSecure, false);
  } else if (!currentLink()) {
    view.tell(t.incompleteLink, false);
  } else {
    nonce = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
    unlocker ??= prepareUnlocker();
    view.ask();
  }
}

function currentLink(): ShareLink | undefined {
  return parseShareLink(location.pathname + location.hash);
}

async function open(): Promise<void> {
  const link = currentLink();
  if (!link) return view.tell(t.incompleteLink, true);
  if (!navigator.onLine) return view.problem(t.problems.offline);
  view.busy(t.checking);
  const showOutcome = await tryToOpen(link).catch(() => () => view.problem(t.problems.failed));
  view.busy(undefined);
  showOutcome();
}

async function tryToOpen(link: ShareLink): Promise<() => void> {
  const keys = await unlocker?.unlock({ secret: link.secret, passcode: view.passcode });
  if (!keys) return () => view.problem(t.problems.noMemory);
  view.busy(t.fetching);
  const { linkProof, authKey, encKey } = keys;
  const device = deviceKind(
    matchMedia("(pointer: fine)").matches,
    Math.min(screen.width, screen.height),
  );
  const word = await askServer({ id: link.id, linkProof, authKey, nonce, device });
  if (word.kind === "no_match") return () => view.problem(t.problems.noMatch);
  if (word.kind === "throttled") return () => view.problem(waitWords(t, word.seconds));
  if (word.kind === "unreachable") return () => view.problem(t.problems.unreachable);
  if (word.kind === "failed") return () => view.problem(t.problems.failed);
  if (word.kind === "ended") return () => view.tell(endWords(t, word.reason), true);
  const { viewsLeft, expiresAt } = word.share;
  const payload = await openShare(link.id, encKey, word.share).catch(() => undefined);
  if (!payload) return () => view.problem(t.problems.unreadable);
  return () => {
    removeEventListener("hashchange", begin);
    history.replaceState(null, "", location.pathname);
    unlocker?.end();
    unlocker = undefined;
    const reply = payload.replyTo && prepareReply(link.id, payload.replyTo, { linkProof, authKey });
    showNote(t, view.makeRoom(), { payload, viewsLeft, expiresAt, reply }, clear);
    // Nor is it there for whoever presses "back" later.
    addEventListener("pagehide", clear, { once: true });
  };
}

/** Sealed to the author's own browsers; the proofs show that the note was opened. */
function prepareReply(
  id: string,
  publicKeys: readonly string[],
  proofs: { linkProof: string; authKey: string },
): (content: ReplyContent) => Promise<SentWord> {
  const parcelOf = prepareParcels({ kind: "share", id, publicKeys });
  return async (content) =>
    sendBack("/api/share/reply", { id, ...proofs, ...(await parcelOf(content)) });
}

function clear(): void {
  view.clear();
  view.tell(t.cleared, true);
  // The next link opened in this tab starts afresh.
  addEventListener("hashchange", begin);
}

view.onSubmit(() => void open());
addEventListener("hashchange", begin);
begin();
