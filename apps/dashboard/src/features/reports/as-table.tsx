// The numbers of a picture as a table, one press away.
import type { ReactNode } from "react";
import classes from "./as-table.module.css";

export function AsTable({ children }: { children: ReactNode }) {
  return (
    <details className={classes.more}>
      <summary>As a table</summary>
      <div className={classes.scroller}>{children}</div>
    </details>
  );
}
