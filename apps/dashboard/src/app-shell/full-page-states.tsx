// What stands in place of a screen: an address that leads nowhere, or a screen that broke. Inside the
// desk the navigation stays; before it, the page has nothing else.
import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { EmptyState } from "../components/states";
import { errorSentence } from "../lib/error-sentence";

export function NotFoundScreen() {
  return (
    <EmptyState
      level={1}
      title="Nothing is at this address"
      action={<Link to="/">Go to Today</Link>}
    >
      It may have moved, or the link was cut short. Look it up from the navigation.
    </EmptyState>
  );
}

export function ErrorScreen({ error }: ErrorComponentProps) {
  return (
    <EmptyState
      level={1}
      title="This screen could not be shown"
      action={
        <Button variant="default" onClick={() => window.location.reload()}>
          Load the page again
        </Button>
      }
    >
      {errorSentence(error)}
    </EmptyState>
  );
}

export function NotFoundPage() {
  return (
    <main>
      <NotFoundScreen />
    </main>
  );
}

export function ErrorPage(props: ErrorComponentProps) {
  return (
    <main>
      <ErrorScreen {...props} />
    </main>
  );
}
