// What stands where there is nothing (yet): empty, failed, loading. Each says what to do.
import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { errorSentence } from "../lib/error-sentence";
import classes from "./states.module.css";

interface EmptyProps {
  title: string;
  /** What this place is for and what to do. */
  children: ReactNode;
  action?: ReactNode;
  /** 1 where nothing else heads the page. */
  level?: 1 | 2;
}

export function EmptyState({ title, children, action, level = 2 }: EmptyProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={classes.state}>
      <Heading className={classes.title}>{title}</Heading>
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}

interface ErrorProps {
  error: unknown;
  onRetry?: () => void;
  title?: string;
}

export function ErrorState({ error, onRetry, title = "This could not be loaded" }: ErrorProps) {
  return (
    <div className={classes.state} role="alert">
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{errorSentence(error)}</p>
      {onRetry ? (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}

/** The same sentence in one line, for inside forms and panels. */
export function ErrorNote({ error }: { error: unknown }) {
  return (
    <p className={classes.note} role="alert">
      {errorSentence(error)}
    </p>
  );
}

/** Grey rows of the height that the real ones will have. */
export function LoadingRows({ rows = 8, height = 44 }: { rows?: number; height?: number }) {
  return (
    <div className={classes.rows} aria-busy="true" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <div key={`row-${row.toString()}`} className={classes.row} style={{ height }}>
          <Skeleton height={12} width={`${70 - ((row * 13) % 35)}%`} radius="sm" />
        </div>
      ))}
    </div>
  );
}
