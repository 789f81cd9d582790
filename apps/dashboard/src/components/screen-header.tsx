// The head of a screen: its name, one line about what is in it, and its actions.
import { type ReactNode, useEffect } from "react";
import { setScreenTitle } from "../lib/screen-title";
import classes from "./screen-header.module.css";

interface Props {
  title: string;
  detail?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Filters and the like, below the title. */
  children?: ReactNode;
}

export function ScreenHeader({ title, detail, actions, children }: Props) {
  useEffect(() => {
    setScreenTitle(`${title} – Studydesk`);
  }, [title]);
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <h1 className={classes.title}>{title}</h1>
        {detail ? <div className={classes.detail}>{detail}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {children}
    </header>
  );
}
