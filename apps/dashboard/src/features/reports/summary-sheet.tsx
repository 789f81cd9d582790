// The reports on one page, A4 or Letter, for the sponsor: numbers, and nobody's name.
import {
  type ConsortReport,
  type FailuresReport,
  funnelStageLabels,
  funnelStages,
  type RecruitmentReport,
} from "@studydesk/domain/reports/report";
import { PrintSheet } from "../../components/print-sheet";
import { ConsortDiagram } from "./consort/consort-diagram";
import { consortFlow, foldParts } from "./consort/consort-flow";
import { layOutConsort } from "./consort/lay-out-consort";
import { useTextMeasure } from "./consort/use-text-measure";
import { barsOf } from "./failures";
import { waits } from "./recruitment";
import { hoursWords, shareOf, shareWords } from "./report-words";
import sheet from "./sheet.module.css";
import { SheetHead } from "./sheet-head";

/** In pixels of its own: the page makes the picture as small as it needs. */
const flowWidth = 840;
const mostParts = 6;
const mostCriteria = 7;

interface Props {
  scopeWords: readonly string[];
  recruitment: RecruitmentReport;
  failures: FailuresReport;
  consort: ConsortReport;
}

export function SummarySheet({ scopeWords, recruitment, failures, consort }: Props) {
  const measure = useTextMeasure();
  const steps = foldParts(consortFlow(consort), mostParts);
  const { stages } = recruitment.total;
  const all = stages.arrived.count;
  const excluding = failures.studies.filter((study) => barsOf(study).length > 0);
  const criteria = excluding
    .flatMap((study) =>
      barsOf(study).map((bar) => ({
        ...bar,
        // Each study has an I1.
        label: excluding.length > 1 ? `${study.nctId} ${bar.label}` : bar.label,
      })),
    )
    .toSorted((a, b) => b.number.count - a.number.count)
    .slice(0, mostCriteria);
  return (
    <PrintSheet>
      <div className={sheet.page}>
        <SheetHead title="Recruitment" scopeWords={scopeWords} at={recruitment.at} />
        <div className={sheet.columns}>
          <section>
            <h2>How far leads came</h2>
            <table className={sheet.figures}>
              <tbody>
                {funnelStages.map((stage) => {
                  const share = shareOf(stages[stage].count, all);
                  return (
                    <tr key={stage}>
                      <th>{funnelStageLabels[stage]}</th>
                      <td className={sheet.bar}>
                        <Bar share={share} />
                      </td>
                      <td>{stages[stage].count.toLocaleString("en")}</td>
                      <td>{stage === "arrived" ? "" : shareWords(share)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
            <p>
              {(["toFirstContact", "toDecision"] as const).map((wait) => (
                <Wait key={wait} label={waits[wait]} {...recruitment.total[wait]} />
              ))}
            </p>
          </section>
          <section>
            <h2>What excludes before consent</h2>
            {criteria.length === 0 ? <p>No criterion yet.</p> : null}
            <table className={sheet.figures}>
              <tbody>
                {criteria.map(({ key, label, detail, number, share }) => (
                  <tr key={key}>
                    <th className={sheet.criterion}>
                      {label} <bdi>{detail}</bdi>
                    </th>
                    <td>{number.count.toLocaleString("en")}</td>
                    <td>{shareWords(share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
        <h2>CONSORT</h2>
        <p>
          Unexplained exclusions: {consort.unexplained.count.toLocaleString("en")}. Outside the
          total: {consort.invalid.count.toLocaleString("en")} invalid.
        </p>
        <div className={sheet.flow}>
          <ConsortDiagram flow={layOutConsort(steps, flowWidth, measure, "paper")} isOnPaper />
        </div>
      </div>
    </PrintSheet>
  );
}

function Bar({ share }: { share: number | null }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={sheet.pale} width={100} height={10} />
      <rect className={sheet.full} width={(share ?? 0) * 100} height={10} />
    </svg>
  );
}

type WaitProps = RecruitmentReport["total"]["toDecision"] & { label: string };

function Wait({ label, lowerQuartile, median, upperQuartile, observations }: WaitProps) {
  if (median === null || lowerQuartile === null || upperQuartile === null) return null;
  return (
    <span className={sheet.wait}>
      {label}: median <strong>{hoursWords(median)}</strong> (middle half {hoursWords(lowerQuartile)}{" "}
      to {hoursWords(upperQuartile)}, of {observations.count.toLocaleString("en")})
    </span>
  );
}
