// What waits for a person, in four numbers.
import type { HomeNumber } from "@studydesk/domain/home/home";
import { RowsLink } from "../../components/rows-link";
import { countWords } from "../../lib/count-words";
import classes from "./home-screen.module.css";
import type { Home } from "./home-types";

const words: Readonly<Record<HomeNumber, { label: string; what: string }>> = {
  overdue: { label: "Overdue", what: "the time of the next step has passed" },
  due: { label: "Later today", what: "the time of the next step is still to come" },
  new: { label: "New", what: "nobody has called yet" },
  later: { label: "Waiting for others", what: "the next step is set for another day" },
};

export function Numbers({ home }: { home: Home }) {
  const isClear = home.numbers.every(({ number, count }) => number === "later" || count === 0);
  return (
    <section aria-label="What waits">
      {isClear ? (
        <p className={classes.clear}>
          <strong>Nothing is waiting.</strong> New messages and follow-ups whose time has come are
          counted here by themselves.
        </p>
      ) : null}
      <ul className={classes.numbers}>
        {home.numbers.map(({ number, filters, ...counted }) => (
          <li key={number}>
            <RowsLink filters={filters} className={classes.number}>
              <strong data-bad={number === "overdue" && counted.count > 0}>
                {countWords(counted.count, counted.isCapped)}
              </strong>
              <span>{words[number].label}</span>
              <small>{words[number].what}</small>
            </RowsLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
