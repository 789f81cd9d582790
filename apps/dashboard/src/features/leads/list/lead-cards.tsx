// The list on a phone: one card of fixed height per lead, drawn only where it is looked at.
import { useEffect } from "react";
import classes from "./lead-cards.module.css";
import { NextStepCell, StatusCell, WaitingCell } from "./lead-cells";
import { LeadLink } from "./lead-link";
import type { LeadRowsProps } from "./lead-table";
import { useRowWindow } from "./use-row-window";

const cardHeight = 92;

export function LeadCards(props: Omit<LeadRowsProps, "order" | "onOrder">) {
  "use no memo";
  const { leading, shown, scroller, cursorId, openId, onNearEnd } = props;
  const cursorIndex = shown.findIndex(({ row }) => row.id === cursorId);
  const { items, totalHeight, scrollTo } = useRowWindow({
    scroller,
    count: shown.length,
    rowHeight: cardHeight,
    headHeight: 0,
    cursorIndex,
    onNearEnd,
  });

  useEffect(() => {
    if (cursorIndex >= 0) scrollTo(cursorIndex);
  }, [cursorId]);

  return (
    <ul className={classes.cards} style={{ height: totalHeight }}>
      {items.map((item) => {
        const lead = shown[item.index];
        if (!lead) return null;
        const { row, isGone } = lead;
        return (
          <li
            key={row.id}
            className={classes.card}
            data-open={row.id === openId}
            data-gone={isGone}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <div className={classes.line}>
              {leading ? <span className={classes.leading}>{leading.cell(row)}</span> : null}
              <span className={classes.name}>
                <LeadLink lead={row} isGone={isGone} />
              </span>
              <WaitingCell lead={row} />
            </div>
            <div className={classes.line}>
              <StatusCell lead={row} />
              <span className={classes.step}>
                <NextStepCell lead={row} />
              </span>
            </div>
            <div className={classes.study}>{row.studyTitle}</div>
          </li>
        );
      })}
    </ul>
  );
}
