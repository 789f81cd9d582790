// Where a lead stands, why, and since when, as one of its facts.
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { StatusBadge } from "../../../components/status-badge";
import { When } from "../../../components/when";
import type { LeadView } from "../lead-types";
import classes from "./lead-facts.module.css";

export function StatusFact({ lead }: { lead: LeadView }) {
  return (
    <>
      <dt>Status</dt>
      <dd>
        <StatusBadge status={lead.status} />{" "}
        <span className={classes.quiet}>
          {lead.failedCriterion ? (
            <span title={lead.failedCriterion.text}>{lead.failedCriterion.label} · </span>
          ) : null}
          {lead.statusReason ? `${statusReasonLabels[lead.statusReason]} · ` : ""}
          since <When at={lead.statusSince} />
        </span>
      </dd>
    </>
  );
}
