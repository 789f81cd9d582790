// Numbers as bars that are shares of one whole, each the way to its rows.
import type { ReportNumber } from "@studydesk/domain/reports/report";
import { NumberLink } from "./number-link";
import { shareWords } from "./report-words";
import classes from "./share-bars.module.css";

export interface ShareBar {
  key: string;
  label: string;
  /** Says more about the label, where there is room. */
  detail?: string;
  number: ReportNumber;
  share: number | null;
  /** The whole itself: its share says nothing. */
  isWhole?: boolean;
}

export function ShareBars({ bars }: { bars: readonly ShareBar[] }) {
  return (
    <ul className={classes.bars}>
      {bars.map(({ key, label, detail, number, share, isWhole = false }) => {
        const count = number.count.toLocaleString("en");
        const part = isWhole ? undefined : shareWords(share);
        return (
          <li key={key}>
            <NumberLink number={number} of={label} className={classes.row}>
              <span className={classes.label}>
                {label} {detail ? <bdi className={classes.detail}>{detail}</bdi> : null}
              </span>
              <svg
                className={classes.bar}
                viewBox="0 0 100 20"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect className={classes.pale} width={100} height={20} />
                <rect className={classes.full} width={(share ?? 0) * 100} height={20} />
              </svg>
              <span className={classes.count}>
                {count}
                {part ? <span className={classes.share}> · {part}</span> : null}
              </span>
            </NumberLink>
          </li>
        );
      })}
    </ul>
  );
}
