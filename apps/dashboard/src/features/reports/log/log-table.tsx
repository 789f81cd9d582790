// The rows of the log on the screen. A number opens its lead.

import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import type { LogRow } from "@studydesk/domain/reports/report";
import { Link } from "@tanstack/react-router";
import { StatusBadge } from "../../../components/status-badge";
import classes from "./log.module.css";
import { logDays, logDayWords } from "./log-words";

interface Props {
  rows: readonly LogRow[];
  withInitials: boolean;
}

export function LogTable({ rows, withInitials }: Props) {
  return (
    <div className={classes.scroller}>
      <table className={classes.log}>
        <thead>
          <tr>
            <th scope="col">Lead</th>
            {withInitials ? <th scope="col">Initials</th> : null}
            <th scope="col">Screening no.</th>
            <th scope="col">Study</th>
            <th scope="col">Site</th>
            {logDays.map(([name, label]) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Status</th>
            <th scope="col">Failed criteria</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.leadId}>
              <th scope="row">
                <Link to="/leads/$leadId" params={{ leadId: row.leadId }} preload={false}>
                  {row.leadId}
                </Link>
              </th>
              {withInitials ? <td>{row.initials ? <bdi>{row.initials}</bdi> : "–"}</td> : null}
              <td>{row.screeningNumber ? <bdi>{row.screeningNumber}</bdi> : "–"}</td>
              <td title={row.studyTitle} className={classes.day}>
                {row.nctId}
              </td>
              <td>
                <bdi className={classes.site}>{row.siteName}</bdi>
              </td>
              {logDays.map(([name]) => (
                <td key={name} className={classes.day}>
                  {logDayWords(row[name])}
                </td>
              ))}
              <td className={classes.day}>
                <StatusBadge status={row.status} />
                {row.reason ? (
                  <span className={classes.reason}>{statusReasonLabels[row.reason]}</span>
                ) : null}
              </td>
              <td>{row.failedCriteria.join(", ") || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
