// The flow of participants, live: the diagram as wide as there is room, what stands outside of it, and the
// same as a table.
import { useElementSize } from "@mantine/hooks";
import type { ConsortReport } from "@studydesk/domain/reports/report";
import { Fragment, useMemo } from "react";
import { AsTable } from "../as-table";
import { NumberLink } from "../number-link";
import screen from "../reports-screen.module.css";
import classes from "./consort.module.css";
import { ConsortDiagram } from "./consort-diagram";
import { consortFlow, type FlowNumber } from "./consort-flow";
import { layOutConsort } from "./lay-out-consort";
import { useTextMeasure } from "./use-text-measure";

export function Consort({ report }: { report: ConsortReport }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const measure = useTextMeasure();
  const steps = useMemo(() => consortFlow(report), [report]);
  const flow = useMemo(
    () => (width === 0 ? undefined : layOutConsort(steps, width, measure)),
    [steps, width, measure],
  );
  return (
    <>
      <p className={screen.quiet} role="status">
        unexplained exclusions:{" "}
        <strong className={report.unexplained.count > 0 ? classes.bad : undefined}>
          <NumberLink number={report.unexplained} of="unexplained exclusions" />
        </strong>
        {report.unexplained.count > 0
          ? " – these closed without a reason of the lists. Open them, and give each its reason."
          : null}
      </p>
      <div ref={ref} className={classes.room}>
        {flow ? <ConsortDiagram flow={flow} /> : null}
      </div>
      <Outside report={report} />
      <AsTable>
        <table>
          <caption>The flow of participants</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Leads</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ main, aside }) => (
              <Fragment key={main.key}>
                <Rows number={main} depth={0} />
                {aside.map((each) => (
                  <Rows key={each.key} number={each} depth={1} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </AsTable>
    </>
  );
}

function Rows({ number: { label, number, parts }, depth }: { number: FlowNumber; depth: number }) {
  return (
    <>
      <tr>
        <th scope="row" className={classes.who} data-depth={depth}>
          {label}
        </th>
        <td>
          <NumberLink number={number} of={label} />
        </td>
      </tr>
      {parts.map((part) => (
        <Rows key={part.key} number={part} depth={depth + 1} />
      ))}
    </>
  );
}

/** Spam, tests and the same person twice are no candidates: they are told, and counted nowhere above. */
function Outside({ report: { invalid } }: { report: ConsortReport }) {
  return (
    <p className={screen.quiet}>
      Outside the total: <NumberLink number={invalid} of="invalid leads" /> invalid{" "}
      {invalid.count === 1 ? "lead" : "leads"}
      {invalid.parts.length > 0 ? " (" : null}
      {invalid.parts.map((part, index) => (
        <Fragment key={part.key}>
          {index > 0 ? ", " : null}
          {part.label.toLowerCase()} <NumberLink number={part} of={part.label} />
        </Fragment>
      ))}
      {invalid.parts.length > 0 ? ")" : null}.
    </p>
  );
}
