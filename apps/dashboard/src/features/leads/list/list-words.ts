// What the list says about itself: its name, what is in it, and what an empty one means.

import type { InboxView } from "../inbox-search";
import type { LeadCounts } from "../lead-types";

export const viewTitles: Readonly<Record<InboxView, string>> = {
  inbox: "Inbox",
  due: "Due today",
  unassigned: "Unassigned",
  mine: "Mine",
  all: "All leads",
};

/** The server counts no further than this. */
const mostCounted = 10_000;

export function countWords(count: number): string {
  return count >= mostCounted ? "10,000+" : count.toLocaleString("en");
}

/** "23 new or waiting on you · 3 past the promised time". */
export function viewDetail(view: InboxView, counts: LeadCounts): string {
  const late =
    counts.pastPromise > 0 ? ` · ${countWords(counts.pastPromise)} past the promised time` : "";
  switch (view) {
    case "inbox":
      return `${countWords(counts.inbox)} new or waiting on you${late}`;
    case "due":
      return `${countWords(counts.dueToday)} to come back to by tonight`;
    case "unassigned":
      return `${countWords(counts.unassigned)} that nobody has taken`;
    case "mine":
      return `${countWords(counts.mine)} open and yours`;
    case "all":
      return `${countWords(counts.all)} at your sites, open and closed`;
  }
}

export const emptyWords: Readonly<Record<InboxView, { title: string; text: string }>> = {
  inbox: {
    title: "The inbox is empty",
    text: "Every lead has been taken further. Whoever writes from a study page next appears here by themselves.",
  },
  due: {
    title: "Nothing is due today",
    text: "A lead comes here on the day of its follow-up. Set one with h when you open a lead.",
  },
  unassigned: {
    title: "Every open lead has somebody",
    text: "A new lead waits here until somebody takes it, or logs the first call.",
  },
  mine: {
    title: "No open lead is yours",
    text: "Take one from Unassigned; whoever logs the first call on a lead gets it, too.",
  },
  all: {
    title: "No lead has come in yet",
    text: "Once a study recruits at your site, its page shows a contact form, and each message becomes a lead here.",
  },
};
