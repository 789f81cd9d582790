// The flow of participants as a picture tells it: down the middle who goes on, at the side who does not,
// and why. What stands here is read by the diagram, its table and the print alike.
import type { ConsortBox, ConsortReport, ReportNumber } from "@studydesk/domain/reports/report";

export interface FlowNumber {
  readonly key: string;
  readonly label: string;
  readonly number: ReportNumber;
  /** Where there are any they add up to the number. */
  readonly parts: readonly FlowNumber[];
}

export interface FlowStep {
  readonly main: FlowNumber;
  /** Who goes no further from here, or not yet. */
  readonly aside: readonly FlowNumber[];
}

export function consortFlow(report: ConsortReport): readonly FlowStep[] {
  const hasLeft = report.withdrawnAfter.count > 0;
  const steps: FlowStep[] = [
    {
      main: alone("assessed", "Assessed for eligibility", report.assessed),
      aside: [
        {
          ...alone("excluded", "Excluded", report.excluded),
          parts: [
            boxOf("failed", "Not meeting criteria", report.preScreenFailures),
            boxOf("declined", "Declined", report.declined),
            boxOf("unreached", "Could not be reached", report.couldNotReach),
          ],
        },
        boxOf("under-way", "Still being assessed", report.underWay),
      ],
    },
    {
      main: alone("consented", "Consented to the study", report.consented),
      aside: [
        boxOf("screen-failures", "Screen failure", report.screenFailures),
        boxOf("withdrawn", "Withdrawn before enrolment", report.withdrawnBefore),
        alone("in-screening", "Still in screening", report.inScreening),
      ],
    },
    {
      main: alone("enrolled", "Enrolled", report.enrolled),
      aside: hasLeft
        ? [boxOf("withdrawn-after", "Withdrawn after enrolment", report.withdrawnAfter)]
        : [],
    },
  ];
  if (!hasLeft) return steps;
  return [...steps, { main: alone("taking-part", "Taking part", report.takingPart), aside: [] }];
}

/** The same with no more than so many parts to a number: the last one holds the rest, and opens nothing. */
export function foldParts(steps: readonly FlowStep[], most: number): readonly FlowStep[] {
  return steps.map(({ main, aside }) => ({ main, aside: aside.map((each) => fold(each, most)) }));
}

function fold(number: FlowNumber, most: number): FlowNumber {
  const { parts } = number;
  if (parts.length <= most) return { ...number, parts: parts.map((part) => fold(part, most)) };
  const rest = parts.slice(most - 1);
  const count = rest.reduce((sum, part) => sum + part.number.count, 0);
  const folded: FlowNumber = {
    key: `${number.key}-rest`,
    label: `${rest.length.toString()} further reasons`,
    number: { count, filters: {} },
    parts: [],
  };
  return {
    ...number,
    parts: [...parts.slice(0, most - 1).map((part) => fold(part, most)), folded],
  };
}

function alone(key: string, label: string, number: ReportNumber): FlowNumber {
  return { key, label, number, parts: [] };
}

function boxOf(key: string, label: string, box: ConsortBox): FlowNumber {
  const parts = box.parts.map((part) => alone(`${key}-${part.key}`, part.label, part));
  return { key, label, number: box, parts };
}
