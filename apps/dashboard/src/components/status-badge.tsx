// Where a lead stands: a dot and a word, never colour alone.
import { type LeadStatus, leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import classes from "./status-badge.module.css";

export type Tone = "new" | "contacting" | "screening" | "good" | "bad" | "idle";

const statusTones: Readonly<Record<LeadStatus, Tone>> = {
  new: "new",
  contacting: "contacting",
  pre_screening: "screening",
  investigator_review: "screening",
  visit_scheduled: "good",
  in_screening: "good",
  enrolled: "good",
  could_not_reach: "idle",
  declined: "bad",
  pre_screen_failure: "bad",
  screen_failure: "bad",
  withdrawn: "idle",
  invalid: "idle",
};

export function StatusBadge({ status, detail }: { status: LeadStatus; detail?: string }) {
  const label = leadStatusLabels[status];
  return <DotBadge tone={statusTones[status]}>{detail ? `${label} · ${detail}` : label}</DotBadge>;
}

/** The same look for other closed lists: outbox states, study statuses. */
export function DotBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
