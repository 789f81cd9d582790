// What the import would do, found out by doing it without writing: the numbers, the reasons, the first rows
// of each. From here it begins, or goes back to the settings.
import { Button } from "@mantine/core";
import {
  type RowReason,
  type RowRemark,
  rowProblemSentence,
  rowReasonLabels,
  rowReasons,
  rowRemarkSentences,
  rowRemarks,
} from "@studydesk/domain/imports/row-problems";
import table from "../../components/data-table.module.css";
import type { ImportView } from "./import-types";
import { many } from "./import-words";
import classes from "./imports.module.css";
import type { ImportDesk } from "./use-import";

export function TrialResult({ found, desk }: { found: ImportView; desk: ImportDesk }) {
  const { checked } = found;
  if (!checked) return null;
  const { rows, fine, refused, remarks, samples, unknownStatuses } = checked;
  const reasons = rowReasons.flatMap((reason) => entry(reason, refused[reason]));
  const remarked = rowRemarks.flatMap((remark) => entry(remark, remarks[remark]));
  return (
    <>
      <section className={classes.part} aria-labelledby="trial">
        <h2 className={classes.title} id="trial">
          {fine > 0
            ? `${many(fine, "lead")} would come in`
            : "No row of this file would come in as it is read now"}
        </h2>
        <p className={classes.quiet}>
          {many(rows, "row")} read for {found.siteName}: {found.studyTitle}. Nothing is stored yet.
        </p>
        {reasons.length > 0 ? (
          <ul className={classes.counts} aria-label="Not taken">
            {reasons.map(([reason, count]) => (
              <li key={reason}>
                <strong>{count.toLocaleString("en")}</strong> {words(reason)}
              </li>
            ))}
          </ul>
        ) : (
          <p className={classes.good}>Every row can come in.</p>
        )}
        {remarked.length > 0 ? (
          <ul className={classes.counts} aria-label="Remarks">
            {remarked.map(([remark, count]) => (
              <li key={remark}>
                <strong>{count.toLocaleString("en")}</strong> {rowRemarkSentences[remark]}.
              </li>
            ))}
          </ul>
        ) : null}
        {unknownStatuses.length > 0 ? (
          <p className={classes.notice}>
            These words of the status column have no meaning yet:{" "}
            {unknownStatuses.slice(0, 12).join(", ")}. Give them one in the settings, or their rows
            are rejected.
          </p>
        ) : null}
        <div className={classes.actions}>
          <Button disabled={fine === 0 || desk.isBusy} onClick={desk.start}>
            Import {many(fine, "lead")}
          </Button>
          <Button variant="default" disabled={desk.isBusy} onClick={desk.reopen}>
            Change the settings
          </Button>
          <Button variant="subtle" disabled={desk.isBusy} onClick={desk.forget}>
            Delete the file
          </Button>
        </div>
      </section>
      {samples.length > 0 ? <Samples samples={samples} /> : null}
    </>
  );
}

function Samples({ samples }: Pick<NonNullable<ImportView["checked"]>, "samples">) {
  return (
    <section className={classes.part} aria-labelledby="samples">
      <h2 className={classes.title} id="samples">
        The first rows that are not taken
      </h2>
      <p className={classes.quiet}>
        All of them can be downloaded after the import, to be put right and brought again.
      </p>
      <div className={table.scroller}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>Row</th>
              <th>Line</th>
              <th>Why</th>
            </tr>
          </thead>
          <tbody>
            {samples.map((sample) => (
              <tr key={sample.row}>
                <td>{sample.row.toLocaleString("en")}</td>
                <td>{sample.line.toLocaleString("en")}</td>
                <td>{rowProblemSentence(sample)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function entry<T extends RowReason | RowRemark>(name: T, count: number | undefined): [T, number][] {
  return count ? [[name, count]] : [];
}

function words(reason: RowReason): string {
  const label = rowReasonLabels[reason];
  return label.charAt(0).toLowerCase() + label.slice(1);
}
