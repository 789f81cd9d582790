// The head of a screen: its name, one line about what is in it, and its actions.
import { type ReactNode, useEffect, useRef } from "react";
import { setScreenTitle } from "../lib/screen-title";
import classes from "./screen-header.module.css";

interface Props {
  title: string;
  /** The title's own words, where they can carry notes. */
  words?: ReactNode;
  detail?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Filters and the like, below the title. */
  children?: ReactNode;
  /** Names what stands below, where one screen leads through several steps. */
  step?: string | undefined;
}

/** Whoever opens the desk begins at its top; on a later screen nobody is left without a place. */
let isFirst = true;

export function ScreenHeader({ title, words, detail, actions, children, step }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setScreenTitle(`${title} – Studydesk`);
  }, [title]);
  // What had the focus may have gone with the screen, or the step, before.
  const shownStep = useRef<string>(undefined);
  useEffect(() => {
    if (shownStep.current === (step ?? "")) return;
    shownStep.current = step ?? "";
    const isLost = document.activeElement === document.body;
    if (isLost && !isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, [step]);
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {words ?? title}
        </h1>
        {detail ? <div className={classes.detail}>{detail}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {children}
    </header>
  );
}
