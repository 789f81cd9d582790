// How long something took: the median in words, and a strip from the first quarter of the leads to the
// third, so that one number does not stand for all.
import type { Spread } from "@studydesk/domain/reports/report";
import { NumberLink } from "./number-link";
import { hoursWords } from "./report-words";
import classes from "./spread-strip.module.css";

export function SpreadStrip({ label, spread }: { label: string; spread: Spread }) {
  const { observations, lowerQuartile, median, upperQuartile } = spread;
  if (median === null || lowerQuartile === null || upperQuartile === null) {
    return (
      <div className={classes.strip}>
        <dt>{label}</dt>
        <dd className={classes.none}>nobody yet</dd>
      </div>
    );
  }
  const most = Math.max(upperQuartile * 1.12, 1 / 60);
  const at = (hours: number) => (hours / most) * 100;
  return (
    <div className={classes.strip}>
      <dt>{label}</dt>
      <dd className={classes.median}>{hoursWords(median)}</dd>
      <dd className={classes.picture} aria-hidden="true">
        <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
          <rect className={classes.track} y={7.25} width={100} height={1.5} />
          <rect
            className={classes.middle}
            x={at(lowerQuartile)}
            y={2}
            width={Math.max(at(upperQuartile) - at(lowerQuartile), 0.6)}
            height={12}
          />
          <rect className={classes.tick} x={at(median) - 0.5} y={0} width={1} height={16} />
        </svg>
      </dd>
      <dd className={classes.words}>
        the middle half {hoursWords(lowerQuartile)} to {hoursWords(upperQuartile)}, of{" "}
        <NumberLink number={observations} of={`leads: ${label}`} />
      </dd>
    </div>
  );
}
