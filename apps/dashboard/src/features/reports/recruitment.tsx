// How far leads came, as bars, and how long the two waits took.
import {
  funnelStageLabels,
  funnelStages,
  type RecruitmentReport,
} from "@studydesk/domain/reports/report";
import { AsTable } from "./as-table";
import { NumberLink } from "./number-link";
import { hoursWords, shareOf, shareWords } from "./report-words";
import classes from "./reports-screen.module.css";
import { ShareBars } from "./share-bars";
import { SpreadStrip } from "./spread-strip";

export const waits = {
  toFirstContact: "To first contact",
  toDecision: "To a decision",
} as const;
const waitNames = ["toFirstContact", "toDecision"] as const;

export function Recruitment({ report: { total } }: { report: RecruitmentReport }) {
  const all = total.stages.arrived.count;
  return (
    <>
      <ShareBars
        bars={funnelStages.map((stage) => ({
          key: stage,
          label: funnelStageLabels[stage],
          number: total.stages[stage],
          share: shareOf(total.stages[stage].count, all),
          isWhole: stage === "arrived",
        }))}
      />
      <h3 className={classes.small}>Median waits</h3>
      <dl>
        {waitNames.map((wait) => (
          <SpreadStrip key={wait} label={waits[wait]} spread={total[wait]} />
        ))}
      </dl>
      <AsTable>
        <table>
          <caption>How far leads came</caption>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">Leads</th>
              <th scope="col">Of all</th>
            </tr>
          </thead>
          <tbody>
            {funnelStages.map((stage) => (
              <tr key={stage}>
                <th scope="row">{funnelStageLabels[stage]}</th>
                <td>
                  <NumberLink number={total.stages[stage]} of={funnelStageLabels[stage]} />
                </td>
                <td>{shareWords(shareOf(total.stages[stage].count, all)) ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <caption>From a lead’s arrival</caption>
          <thead>
            <tr>
              <th scope="col">Wait</th>
              <th scope="col">A quarter within</th>
              <th scope="col">Half within</th>
              <th scope="col">Three quarters within</th>
              <th scope="col">Leads</th>
            </tr>
          </thead>
          <tbody>
            {waitNames.map((wait) => {
              const { lowerQuartile, median, upperQuartile, observations } = total[wait];
              return (
                <tr key={wait}>
                  <th scope="row">{waits[wait]}</th>
                  {[lowerQuartile, median, upperQuartile].map((hours, quarter) => (
                    <td key={quarter.toString()}>{hours === null ? "–" : hoursWords(hours)}</td>
                  ))}
                  <td>
                    <NumberLink number={observations} of={waits[wait]} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </AsTable>
    </>
  );
}
