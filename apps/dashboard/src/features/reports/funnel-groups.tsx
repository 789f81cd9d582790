// The same stages group by group, as a table whose numbers carry their bars: rows are compared down a
// column, and a row is a funnel of its own.
import {
  type FunnelGroup,
  type FunnelGrouping,
  type FunnelStage,
  funnelStageLabels,
  funnelStages,
  type RecruitmentReport,
} from "@studydesk/domain/reports/report";
import { Link } from "@tanstack/react-router";
import pills from "../../components/pill-tabs.module.css";
import classes from "./funnel-groups.module.css";
import { NumberLink } from "./number-link";
import { waits } from "./recruitment";
import { groupingLabels, hoursWords, shareOf, shareWords } from "./report-words";

/** Time first: whether it goes up or down is what is asked most. */
const order: readonly FunnelGrouping[] = ["month", "study", "site", "source", "language"];

export function FunnelGroups({ report: { by, groups } }: { report: RecruitmentReport }) {
  const most = Math.max(1, ...groups.map(({ stages }) => stages.arrived.count));
  return (
    <>
      <nav className={pills.tabs} aria-label="Group by">
        {order.map((each) => (
          <Link
            key={each}
            from="/reports"
            to="/reports"
            search={(search) => ({ ...search, by: each })}
            replace
            resetScroll={false}
            preload={false}
            className={pills.tab}
            data-current={each === by}
            {...(each === by ? { "aria-current": "true" as const } : {})}
          >
            {groupingLabels[each]}
          </Link>
        ))}
      </nav>
      <table className={classes.groups}>
        <thead>
          <tr>
            <th scope="col">{groupingLabels[by]}</th>
            {funnelStages.map((stage) => (
              <th key={stage} scope="col">
                {funnelStageLabels[stage]}
              </th>
            ))}
            <th scope="col">{waits.toFirstContact}</th>
            <th scope="col">{waits.toDecision}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Group key={group.key} group={group} most={most} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Group({ group, most }: { group: FunnelGroup; most: number }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{group.label}</bdi>
      </th>
      {funnelStages.map((stage) => (
        <td key={stage} data-label={funnelStageLabels[stage]}>
          <StageCell stage={stage} group={group} most={most} />
        </td>
      ))}
      {(["toFirstContact", "toDecision"] as const).map((wait) => {
        const { median } = group[wait];
        return (
          <td key={wait} data-label={waits[wait]}>
            {median === null ? <span className={classes.none}>–</span> : hoursWords(median)}
          </td>
        );
      })}
    </tr>
  );
}

interface CellProps {
  stage: FunnelStage;
  group: FunnelGroup;
  most: number;
}

/** How many; how many of the group's leads; the first column by the largest group. */
function StageCell({ stage, group: { stages, label }, most }: CellProps) {
  const number = stages[stage];
  const isFirst = stage === "arrived";
  const share = shareOf(number.count, isFirst ? most : stages.arrived.count) ?? 0;
  return (
    <>
      <span className={classes.figures}>
        <NumberLink number={number} of={`${funnelStageLabels[stage]}, ${label}`} />
        {isFirst ? null : <span className={classes.share}>{shareWords(share)}</span>}
      </span>
      <svg
        className={classes.bar}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className={classes.pale} width={100} height={6} />
        <rect className={classes.full} width={share * 100} height={6} />
      </svg>
    </>
  );
}
