// The screening log: who was assessed, by number, when and with what outcome; as a table, a file, or paper.
import { Button, Checkbox } from "@mantine/core";
import { type LogScope, logScopes, type ReportInput } from "@studydesk/domain/reports/report";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import pills from "../../../components/pill-tabs.module.css";
import { ErrorNote, ErrorState, LoadingRows } from "../../../components/states";
import screen from "../reports-screen.module.css";
import classes from "./log.module.css";
import { LogTable } from "./log-table";
import { logScopeLabels } from "./log-words";
import { PrintLog } from "./print-log";
import { useLogFile } from "./use-log-file";
import { useScreeningLog } from "./use-screening-log";

interface Props {
  question: ReportInput;
  scope: LogScope;
  /** Whose leads they are, for the paper. */
  scopeWords: readonly string[];
}

export function ScreeningLog({ question, scope, scopeWords }: Props) {
  const [withInitials, setWithInitials] = useState(false);
  const log = useScreeningLog(question, scope, withInitials);
  const file = useLogFile({ ...question, scope, withInitials });
  const { page } = log;
  return (
    <section className={screen.section} aria-labelledby="screening-log">
      <div className={classes.head}>
        <h2 id="screening-log" className={screen.heading}>
          Screening log
        </h2>
        <nav className={pills.tabs} aria-label="Who is in the log">
          {logScopes.map((each) => (
            <Link
              key={each}
              from="/reports"
              to="/reports"
              search={(search) => ({ ...search, log: each })}
              replace
              resetScroll={false}
              preload={false}
              className={pills.tab}
              data-current={each === scope}
              {...(each === scope ? { "aria-current": "true" as const } : {})}
            >
              {logScopeLabels[each]}
            </Link>
          ))}
        </nav>
        <Checkbox
          label="With initials"
          checked={withInitials}
          onChange={(event) => setWithInitials(event.currentTarget.checked)}
        />
        <div className={classes.end}>
          <Button
            variant="default"
            size="compact-md"
            loading={file.isLoading}
            disabled={page?.rows.length === 0}
            onClick={file.load}
          >
            CSV
          </Button>
          <PrintLog
            wanted={{ ...question, scope, withInitials }}
            total={page?.total.count ?? 0}
            scopeWords={scopeWords}
          />
        </div>
      </div>
      {file.error ? <ErrorNote error={file.error} /> : null}
      {page ? (
        page.rows.length > 0 ? (
          <>
            <LogTable rows={page.rows} withInitials={withInitials} />
            <div className={classes.paging}>
              <span role="status">{log.words}</span>
              <Button
                variant="default"
                size="compact-md"
                disabled={!log.back}
                onClick={() => log.back?.()}
              >
                Back
              </Button>
              <Button
                variant="default"
                size="compact-md"
                disabled={!log.onwards}
                onClick={() => void log.onwards?.()}
              >
                Next
              </Button>
            </div>
          </>
        ) : (
          <p className={screen.quiet}>
            Nobody came so far among these leads. Whoever does stands here by number, with the days
            and the outcome.
          </p>
        )
      ) : log.error ? (
        <ErrorState
          error={log.error}
          onRetry={log.retry}
          title="The screening log could not be loaded"
        />
      ) : (
        <LoadingRows rows={8} />
      )}
    </section>
  );
}
