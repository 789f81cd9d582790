// What goes to paper in place of the screen. While one is there, printing shows it alone, in ink on white
// by day and by night; of several it is the one that came last.
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import classes from "./print-sheet.module.css";

interface Props {
  children: ReactNode;
  /** Rows with many columns. */
  isAcross?: boolean;
}

export function PrintSheet({ children, isAcross = false }: Props) {
  return createPortal(
    // Not on the screen, where the same is told with its links.
    <div className={classes.sheet} data-across={isAcross} data-print-sheet>
      {children}
    </div>,
    document.body,
  );
}
