// One study site's clock: its numbers in words, what it would do, the dry run, and the last runs.
import { Button } from "@mantine/core";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { aheadDays } from "@studydesk/domain/retention/retention-rule";
import { useState } from "react";
import { When } from "../../components/when";
import { dateWords } from "../../lib/time-words";
import type { RouterOutputs } from "../../lib/trpc";
import { useNow } from "../../lib/use-now";
import { DueDialog } from "./due-dialog";
import { RuleDialog } from "./rule-dialog";
import classes from "./study-retention.module.css";

export type RetentionOfSite = RouterOutputs["retention"]["read"][number];

export function SiteRetention({ site }: { site: RetentionOfSite }) {
  const now = useNow();
  const [dialog, setDialog] = useState<"rule" | "due">();
  const { rule, next, dueNow, dueAhead } = site;
  const dueCount = dueNow.reduce((sum, { count }) => sum + count, 0);
  const isUnderWay = site.runs.some(({ endedAt }) => endedAt === null);
  return (
    <div className={classes.site}>
      <div className={classes.head}>
        <strong>{site.siteName}</strong>
        <div className={classes.buttons}>
          {dueAhead > 0 ? (
            <Button size="compact-sm" variant="default" onClick={() => setDialog("due")}>
              Dry run
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Set how long: ${site.siteName}`}
            onClick={() => setDialog("rule")}
          >
            Set how long…
          </Button>
        </div>
      </div>
      <ul className={classes.lines}>
        <li>
          {rule.closedMonths === null
            ? "Closed before consent: kept until somebody erases them"
            : `Closed before consent: ${monthWords(rule.closedMonths)}`}
        </li>
        <li>
          {rule.consentedMonths === null
            ? "Consented to the study: kept"
            : `Consented to the study: ${monthWords(rule.consentedMonths)}, and not before the records’ last day`}
          {rule.recordsKeptUntil === null
            ? "; until when the records must be kept is not set"
            : `; records kept until ${rule.recordsKeptUntil}`}
        </li>
        {site.isOn ? (
          <li>
            Due today: <strong>{dueCount}</strong>
            {dueNow.length > 0
              ? ` (${dueNow.map(({ status, count }) => `${count} ${leadStatusLabels[status].toLowerCase()}`).join(", ")})`
              : ""}
            ; in {aheadDays} days: <strong>{dueAhead}</strong>.{" "}
            {next
              ? `It erases ${next.count} by itself on ${dateWords(next.from, now)}; until then Home says so.`
              : "It erases by itself, and Home says so beforehand."}
          </li>
        ) : null}
      </ul>
      {site.runs.length > 0 ? (
        <ul className={classes.lines} aria-label={`Runs at ${site.siteName}`}>
          {site.runs.map((run) => (
            <li key={run.id} className={classes.quiet}>
              <When at={run.startedAt} />, {run.byUserId === null ? "by the clock" : "by hand"}:{" "}
              {run.endedAt === null ? "under way, " : ""}
              {run.erased} of {run.found} erased
              {run.failed > 0
                ? `; ${run.failed} could not be: erase them on their own page, or tell the administrator`
                : ""}
            </li>
          ))}
        </ul>
      ) : null}
      {dialog === "rule" ? <RuleDialog site={site} onClose={() => setDialog(undefined)} /> : null}
      {dialog === "due" ? (
        <DueDialog
          site={site}
          dueCount={dueCount}
          isUnderWay={isUnderWay}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  );
}

function monthWords(months: number): string {
  return `${months} ${months === 1 ? "month" : "months"}`;
}
