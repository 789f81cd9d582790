// Below a list that comes page by page: the button for what follows, and why it did not come.
import { Button } from "@mantine/core";
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
  return (
    <>
      {pages.isFetchNextPageError ? <ErrorNote error={pages.error} /> : null}
      {pages.hasNextPage ? (
        <Button
          variant="default"
          size="compact-md"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {children}
        </Button>
      ) : null}
    </>
  );
}
