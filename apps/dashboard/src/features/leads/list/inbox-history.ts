// What was typed to find somebody is a name or a number: it is kept with the history entry, where back,
// forward and reload find it, and never in the address.
import { useLocation, useNavigate } from "@tanstack/react-router";
import type { InboxSearch } from "../inbox-search";

declare module "@tanstack/react-router" {
  interface HistoryState {
    inboxText?: string;
  }
}

export function useInboxPlace() {
  const navigate = useNavigate({ from: "/inbox" });
  const text = useLocation({ select: (location) => location.state.inboxText ?? "" });
  return {
    text,
    /** Filters, order, the open lead: the text stays. */
    goTo(change: Partial<InboxSearch>, { replace = false } = {}) {
      void navigate({
        search: (search) => ({ ...search, ...change }),
        state: true,
        replace,
        resetScroll: false,
      });
    },
    find(next: string) {
      void navigate({
        search: true,
        state: (state) => ({ ...state, inboxText: next }),
        replace: true,
        resetScroll: false,
      });
    },
    /** The view alone, without text and filters. */
    clear() {
      void navigate({
        search: ({ view, sort, descending, lead }) => ({ view, sort, descending, lead }),
        resetScroll: false,
      });
    },
  };
}
