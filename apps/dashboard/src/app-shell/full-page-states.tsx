// What stands in place of a screen: an address that leads nowhere, or a screen that broke.
import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { EmptyState } from "../components/states";
import { errorSentence } from "../lib/error-sentence";

export function NotFoundScreen() {
  return (
    <EmptyState title="Nothing is at this address" action={<Link to="/">Go to Today</Link>}>
      It may have moved, or the link was cut short. Look it up from the navigation.
    </EmptyState>
  );
}

export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  return (
    <EmptyState
      title="This screen could not be shown"
      action={
        <Button variant="default" onClick={reset}>
          Try again
        </Button>
      }
    >
      {errorSentence(error)}
    </EmptyState>
  );
}
