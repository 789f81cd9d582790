// What the reader page says, in one place: what happened, and what to do next.
import type { ShareEnd } from "@studydesk/domain/shares/open-share-answer";

/** An end that no further try changes: shown instead of the form. */
export interface Told {
  title: string;
  text: string;
}

export const incompleteLink: Told = {
  title: "This link is not complete",
  text: "Its last part, after the #, is missing or was cut off. Open the link from your message again, or copy the whole of it into the address bar.",
};

export const notSecure: Told = {
  title: "This page was not opened securely",
  text: "Your browser unlocks notes only on a secure address, one that begins with https://. Ask the person who sent the link for that one.",
};

export const cleared: Told = {
  title: "The note is gone from this page",
  text: "Nothing of it was stored on this device. To read it again, open the link from your message, as long as it still opens.",
};

const askForNew = "Ask the person who sent it for a new one.";

const endings: Readonly<Record<ShareEnd, Told>> = {
  expired: { title: "This link has expired", text: `Its time is over. ${askForNew}` },
  used_up: {
    title: "This link was opened as often as it may be",
    text: `${askForNew} If you never opened it, tell them so.`,
  },
  revoked: {
    title: "This link was taken back",
    text: "The person who sent it closed it. Ask them if you still need the note.",
  },
  reissued: {
    title: "There is a newer link",
    text: "The person who sent this one made another in its place. Look for it in your messages, or ask them.",
  },
  too_many_failures: {
    title: "This link was closed",
    text: `Too many wrong passcodes were tried on it. ${askForNew}`,
  },
};

export function wordsForEnd(reason: ShareEnd | undefined): Told {
  return reason === undefined
    ? { title: "This link no longer opens", text: askForNew }
    : endings[reason];
}

export const problems = {
  empty: "Type the passcode first. It came to you by another way than the link.",
  noMatch:
    "This link and this passcode do not open a note together. Check the passcode and try again; if it stays so, ask the person who sent it.",
  offline:
    "You are offline. Your passcode is still here: connect, then open the note again. Nothing was counted.",
  unreachable:
    "The server did not answer. Check your connection and open the note again: trying again within two minutes counts as the same view.",
  failed: "The server could not answer just now. Wait a minute, then open the note again.",
  unreadable:
    "What arrived is not what was sealed, so it was not shown. Open the note again; if it stays so, ask the person who sent it for a new link.",
  noMemory:
    "This device has too little memory left to check the passcode. Close other pages and try again, or use another device.",
} as const;

export function throttled(seconds: number): string {
  return `Too many wrong passcodes were tried. Wait ${waitWords(seconds)}, then open the note again.`;
}

function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return "a minute";
  if (minutes < 90) return `${minutes} minutes`;
  return `${Math.ceil(minutes / 60)} hours`;
}

/** What is left of the link after this view. */
export function leftWords(viewsLeft: number, expiresAt: string): string {
  const here =
    "It is shown on this page alone: once the page is closed or reloaded, it is gone from here.";
  if (viewsLeft <= 0) return `${here} This was the link's last view.`;
  const times = viewsLeft === 1 ? "once more" : `${viewsLeft} more times`;
  return `${here} The link opens ${times}, until ${timeWords(expiresAt)}.`;
}

/** In the page's language and the reader's own time zone. */
export function timeWords(iso: string): string {
  const form = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
  return form.format(new Date(iso));
}
