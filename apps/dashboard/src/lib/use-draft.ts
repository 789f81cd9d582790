// Text that somebody is still typing, kept for this tab alone: a reload, another lead or an ended session
// loses nothing. Kept per person, and gone once it is sent, or the tab is closed.
import { useState } from "react";
import { useMe } from "./me";

const prefix = "studydesk.draft";

/** `name` says what is written and on what: "note.1042". One mounted field per name. */
export function useDraft(name: string): [text: string, setText: (text: string) => void] {
  const { userId } = useMe();
  const key = `${prefix}.${userId}.${name}`;
  const [text, setText] = useState(() => readKept(key));
  return [
    text,
    (next) => {
      setText(next);
      keepDraft(key, next);
    },
  ];
}

export function readDraft(userId: string, name: string): string {
  return readKept(`${prefix}.${userId}.${name}`);
}

/** For text that came back from elsewhere, or was sent: what the field shows when it is next opened. */
export function writeDraft(userId: string, name: string, text: string): void {
  keepDraft(`${prefix}.${userId}.${name}`, text);
}

/** For signing out: the next person at this screen finds nothing. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }
}

function readKept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    // A browser that keeps nothing: the text lives as long as the field.
    return "";
  }
}

function keepDraft(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // As above, or full.
  }
}
