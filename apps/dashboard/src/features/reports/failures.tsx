// What excludes: criterion by criterion, study by study, each share with what it is a share of.
import type { FailuresReport, StudyFailures } from "@studydesk/domain/reports/report";
import { AsTable } from "./as-table";
import { NumberLink } from "./number-link";
import { shareWords } from "./report-words";
import classes from "./reports-screen.module.css";
import { ShareBars } from "./share-bars";

/** Those that exclude most; the table has all. */
const mostBars = 8;

export function Failures({ report }: { report: FailuresReport }) {
  const studies = report.studies.filter(({ lines }) => lines.length > 0);
  const areAny = studies.some((study) => barsOf(study).length > 0);
  return (
    <>
      <p className={classes.quiet}>
        {areAny
          ? report.denominators.preScreenFailures
          : "Nobody was closed before consent for a criterion. Once somebody is, the criterion stands here with its share."}
      </p>
      {studies.map((study) => (
        <div key={study.studyId}>
          {studies.length > 1 && barsOf(study).length > 0 ? (
            <h3 className={classes.small}>
              <bdi>{study.studyTitle}</bdi>
            </h3>
          ) : null}
          <ShareBars bars={barsOf(study).slice(0, mostBars)} />
        </div>
      ))}
      {studies.length > 0 ? (
        <AsTable>
          {studies.map((study) => (
            <FailureTable key={study.studyId} study={study} />
          ))}
          <p>{report.denominators.screenFailures}</p>
          <p>{report.denominators.against}</p>
        </AsTable>
      ) : null}
    </>
  );
}

/** Longest first; the table's order counts failures after consent as well. */
export function barsOf({ lines }: StudyFailures) {
  return lines
    .filter(({ preScreenFailures }) => preScreenFailures.count > 0)
    .toSorted((one, other) => other.preScreenFailures.count - one.preScreenFailures.count)
    .map(({ lineId, label, text, preScreenFailures }) => ({
      key: lineId.toString(),
      label,
      detail: text,
      number: preScreenFailures,
      share: preScreenFailures.share,
    }));
}

function FailureTable({ study: { studyTitle, lines } }: { study: StudyFailures }) {
  return (
    <table>
      <caption>
        <bdi>{studyTitle}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Closed before consent</th>
          <th scope="col">Failed after consent</th>
          <th scope="col">Answered</th>
          <th scope="col">Answers against</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.lineId}>
            <th scope="row" title={line.text}>
              {line.label}
            </th>
            {(
              [
                ["closed before consent", line.preScreenFailures],
                ["failed after consent", line.screenFailures],
                ["answered", { ...line.answered, share: null }],
                ["answers against", line.against],
              ] as const
            ).map(([of, { share, ...number }]) => (
              <td key={of}>
                <NumberLink number={number} of={`${line.label}, ${of}`} />{" "}
                {number.count > 0 ? shareWords(share) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
