// What the list says about itself: what is in it, and what an empty one means.
import { type BuiltInView, builtInViews } from "@studydesk/domain/views/built-in-views";
import { countWords } from "../../../lib/count-words";
import type { ViewId } from "../inbox-search";
import type { LeadCounts } from "../lead-types";

/** "23 new or waiting on you · 3 past the promised time". */
export function viewDetail(view: ViewId, counts: LeadCounts): string | undefined {
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
    default:
      return undefined;
  }
}

/** "1,204 leads". */
export function leadCountWords(count: number): string {
  return count === 1 ? "1 lead" : `${countWords(count)} leads`;
}

export function emptyWordsOf(view: ViewId): { title: string; text: string } {
  const builtIn = builtInViews.find((each) => each === view);
  if (builtIn) return emptyWords[builtIn];
  return {
    title: "No lead is in this view",
    text: "As soon as one fits what the view asks for, it appears here by itself.",
  };
}

const emptyWords: Readonly<Record<BuiltInView, { title: string; text: string }>> = {
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
