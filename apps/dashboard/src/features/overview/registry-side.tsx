// The registry's text, which everything in the plain one has to be borne out by.

import { useState } from "react";
import classes from "./overview-screen.module.css";
import type { OverviewView } from "./overview-types";

export function RegistrySide({ registry }: Pick<OverviewView, "registry">) {
  // Beside the draft it stands open; above it, on a phone, it would only be in the way.
  const [isOpen] = useState(() => window.matchMedia("(min-width: 961px)").matches);
  return (
    <section className={classes.side} aria-label="Registry text">
      <details className={classes.shown} open={isOpen}>
        <summary>
          <h2 className={classes.title}>Registry text</h2>
        </summary>
        <p className={classes.quiet}>
          In the record’s own words, without names and numbers to call. This, and nothing else, goes
          to the AI.
        </p>
        {registry.sections.map(({ title, text }) => (
          <div key={title} className={classes.source} lang="en" dir="ltr">
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
        ))}
      </details>
    </section>
  );
}
