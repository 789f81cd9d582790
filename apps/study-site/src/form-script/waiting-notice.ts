// Tells plainly that a message waits for a connection, and tries it again: when the connection or the
// reader comes back, and now and then in between.
import type { FormScriptTexts } from "../texts/en/form-script";
import { make, makeButton } from "./form-parts";

interface WaitingOptions {
  form: HTMLFormElement;
  signal: AbortSignal;
  words: FormScriptTexts;
  /** True when the message is through, or was answered in another way. */
  tryAgain: () => Promise<boolean>;
  takeBack: () => void;
}

const firstPauseMs = 5000;
const longestPauseMs = 5 * 60_000;

export function showWaiting(options: WaitingOptions): void {
  const { form, words, tryAgain, takeBack } = options;
  const ended = new AbortController();
  const { signal } = ended;
  const notice = make("div", "notice kind waiting");
  const text = make("p", "", words.waiting);
  const send = makeButton("button", words.sendNow, () => attempt(true));
  const stop = makeButton("button second", words.doNotSend, () => {
    end();
    takeBack();
  });
  notice.setAttribute("role", "alert");
  notice.tabIndex = -1;
  notice.append(make("h3", "", words.waitingTitle), text, send, stop);
  form.after(notice);
  // What waits is what was typed then: it is taken back before it is changed.
  form.inert = true;

  let isTrying = false;
  let pauseMs = firstPauseMs;
  let timer: ReturnType<typeof setTimeout>;
  function end(): void {
    clearTimeout(timer);
    ended.abort();
    notice.remove();
    form.inert = false;
  }
  function plan(): void {
    timer = setTimeout(attempt, pauseMs, false);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
  async function attempt(isAsked: boolean): Promise<void> {
    if (isTrying || signal.aborted) return;
    isTrying = true;
    clearTimeout(timer);
    notice.setAttribute("aria-busy", "true");
    send.textContent = words.sending;
    const isDone = await tryAgain();
    isTrying = false;
    if (signal.aborted) return;
    if (isDone) return end();
    notice.removeAttribute("aria-busy");
    send.textContent = words.sendNow;
    if (isAsked) text.textContent = words.waitingStill;
    plan();
  }
  window.addEventListener("online", () => attempt(false), { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") void attempt(false);
    },
    { signal },
  );
  options.signal.addEventListener("abort", end);
  plan();
}
