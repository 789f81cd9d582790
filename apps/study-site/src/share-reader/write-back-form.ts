// The form by which somebody outside writes back. What they typed stays in it until it has arrived, and the
// browser asks before it is lost; its fields have no names, so that only the sealed words can be sent.
import { maxReplyBytes, type ReplyContent, sizeOfReply } from "@studydesk/sealing/reply-content";
import type { WriteBackTexts } from "../texts/en/write-back";
import { element } from "./element";
import { waitWords } from "./reader-words";
import type { SentWord } from "./send-back";

export function writeBackForm(
  t: WriteBackTexts,
  send: (content: ReplyContent) => Promise<SentWord>,
): HTMLElement {
  const form = element("form", undefined, "write-back");
  form.noValidate = true;
  const title = element("h2", t.title);
  title.id = "write-back-title";
  form.setAttribute("aria-labelledby", title.id);
  const text = field("textarea", "write-back-text");
  text.rows = 5;
  text.required = true;
  const name = field("input", "write-back-name");
  name.autocomplete = "name";
  name.maxLength = 120;
  const size = element("p", undefined, "hint");
  size.id = "write-back-size";
  const problem = element("p", undefined, "problem");
  problem.id = "write-back-problem";
  problem.setAttribute("role", "alert");
  text.setAttribute("aria-describedby", `${size.id} ${problem.id}`);
  const button = element("button", t.send, "main");
  const status = element("p", undefined, "progress");
  status.setAttribute("role", "status");
  form.append(
    title,
    element("p", t.intro, "quiet"),
    ...[labelOf(text, t.text), text, size, labelOf(name, t.name), name],
    ...[problem, button, status],
  );

  const content = (): ReplyContent => {
    const from = name.value.trim();
    return from === "" ? { text: text.value.trim() } : { text: text.value.trim(), from };
  };
  const showSize = () => {
    const bytes = sizeOfReply(content());
    const percent = text.value.trim() === "" ? 0 : Math.ceil((100 * bytes) / maxReplyBytes);
    size.textContent = t.used(percent);
  };
  const refuse = (words: string) => {
    problem.textContent = words;
    text.setAttribute("aria-invalid", "true");
    text.focus();
  };

  const submit = async () => {
    const written = content();
    problem.textContent = "";
    text.removeAttribute("aria-invalid");
    if (written.text === "") return refuse(t.problems.empty);
    if (sizeOfReply(written) > maxReplyBytes) return refuse(t.problems.tooLarge);
    if (!navigator.onLine) return refuse(t.problems.offline);
    form.setAttribute("aria-busy", "true");
    text.readOnly = true;
    name.readOnly = true;
    status.textContent = t.sending;
    const word = await send(written).catch((): SentWord => ({ kind: "failed" }));
    form.removeAttribute("aria-busy");
    text.readOnly = false;
    name.readOnly = false;
    status.textContent = "";
    if (word.kind !== "sent") return refuse(problemWords(t, word));
    text.value = "";
    showSize();
    status.textContent = t.sent;
  };
  form.addEventListener("input", showSize);
  addEventListener("beforeunload", (event) => {
    if (form.isConnected && text.value.trim() !== "") event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!form.hasAttribute("aria-busy")) void submit();
  });
  showSize();
  return form;
}

function problemWords(t: WriteBackTexts, word: Exclude<SentWord, { kind: "sent" }>): string {
  if (word.kind === "throttled") return waitWords(t, word.seconds);
  if (word.kind === "ended") return word.isEnough ? t.problems.enough : t.problems.ended;
  // The sum is done anew meanwhile.
  return t.problems[word.kind === "unproven" ? "failed" : word.kind];
}

function field<Tag extends "input" | "textarea">(tag: Tag, id: string) {
  const made = element(tag);
  made.id = id;
  made.dir = "auto";
  return made;
}

function labelOf(control: HTMLElement, words: string): HTMLElement {
  const label = element("label", words);
  label.htmlFor = control.id;
  return label;
}
