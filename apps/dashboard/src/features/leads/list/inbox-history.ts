// What was typed to find somebody is a name or a number: it is kept with the history entry, where back,
// forward and reload find it, and never in the address.
import { useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import type { InboxSearch } from "../inbox-search";

declare module "@tanstack/react-router" {
  interface HistoryState {
    inboxText?: string;
  }
}

export function useInboxPlace() {
  const navigate = useNavigate({ from: "/inbox" });
  const router = useRouter();
  const text = useLocation({ select: (location) => location.state.inboxText ?? "" });
  return {
    text,
    /** Filters, order, the open lead; the text stays unless another is given. */
    goTo(
      change: Partial<InboxSearch>,
      { replace = false, text: next }: { replace?: boolean; text?: string } = {},
    ) {
      void navigate({
        search: (search) => ({ ...search, ...change }),
        state: next === undefined ? true : (state) => ({ ...state, inboxText: next }),
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
    /** The address of the list with something else in it. */
    linkTo(change: Partial<InboxSearch>): string {
      return router.buildLocation({
        to: "/inbox",
        search: (search) => ({ ...search, lead: undefined, tab: undefined, ...change }),
      }).href;
    },
  };
}
