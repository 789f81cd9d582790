// The list on a phone: one card of fixed height per lead, drawn only where it is looked at.
import classes from "./lead-cards.module.css";
import { NextStepCell, StatusCell, WaitingCell } from "./lead-cells";
import { LeadLink } from "./lead-link";
import type { LeadRowsProps } from "./lead-table";
import { useRowWindow } from "./use-row-window";

const cardHeight = 92;

export function LeadCards({ leading, list, scroller, cursorId, openId }: LeadRowsProps) {
  "use no memo";
  const { shown, base, cursorIndex, cursorRow } = list;
  const { items, totalHeight } = useRowWindow({
    scroller,
    list,
    cursorId,
    rowHeight: cardHeight,
    headHeight: 0,
  });

  return (
    <ul className={classes.cards} style={{ height: totalHeight }}>
      {items.map((item) => {
        const far = item.index === cursorIndex && cursorRow;
        const lead = shown[item.index - base] ?? (far ? { row: far, isGone: false } : undefined);
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
