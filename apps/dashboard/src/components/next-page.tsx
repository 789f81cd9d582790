// Below a list that comes page by page: the button for what follows, and why it did not come.
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { ErrorNote } from "./states";

interface Props {
  /** What an infinite query gives. */
  pages: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => Promise<unknown>;
  };
  /** The button's words. */
  children: string;
}

export function NextPage({ pages, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const wasPressed = useRef(false);
  const isBusy = pages.isFetchingNextPage;
  // A button that waits is disabled, and loses the focus by it.
  useEffect(() => {
    if (isBusy || !wasPressed.current) return;
    wasPressed.current = false;
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, [isBusy]);
  function press() {
    wasPressed.current = true;
    void pages.fetchNextPage();
  }
  return (
    <>
      {pages.isFetchNextPageError ? <ErrorNote error={pages.error} /> : null}
      {pages.hasNextPage ? (
        <Button ref={button} variant="default" size="compact-md" loading={isBusy} onClick={press}>
          {children}
        </Button>
      ) : null}
    </>
  );
}
