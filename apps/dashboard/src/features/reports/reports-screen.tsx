// Reports: how far leads came, what excludes, the flow of participants, and the log, of the leads that the
// address names. Each number opens exactly its rows, and what is printed names nobody.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { Consort } from "./consort/consort";
import { Failures } from "./failures";
import { FunnelGroups } from "./funnel-groups";
import { ScreeningLog } from "./log/screening-log";
import { Recruitment } from "./recruitment";
import { ReportFilters } from "./report-filters";
import { scopeWords } from "./report-words";
import classes from "./reports-screen.module.css";
import { isNarrowed, questionOf, type ReportsSearch, withoutFilters } from "./reports-search";
import { SummarySheet } from "./summary-sheet";
import { useReports } from "./use-reports";

export function ReportsScreen({ search }: { search: ReportsSearch }) {
  const me = useMe();
  return me.sites.length === 0 ? (
    <div className={classes.screen}>
      <ScreenHeader title="Reports" />
      <EmptyState title="You work at no site">
        Reports count the leads of the sites where you have a role. An admin of a site gives you
        one.
      </EmptyState>
    </div>
  ) : (
    <ReportsOfSites search={search} />
  );
}

function ReportsOfSites({ search }: { search: ReportsSearch }) {
  const me = useMe();
  const trpc = useTRPC();
  const question = questionOf(search);
  const { recruitment, failures, consort, isOld, error, retry } = useReports(
    question,
    search.by ?? "month",
  );
  const studies = useQuery(trpc.studies.list.queryOptions(undefined, { staleTime: 300_000 }));
  const named = studies.data?.studies ?? [];
  const scope = scopeWords(question, {
    studies: new Map(named.map(({ id, title }) => [id, title])),
    sites: new Map(me.sites.map(({ id, name }) => [id, name])),
  });
  const isEmpty = recruitment?.total.stages.arrived.count === 0 && recruitment.invalid.count === 0;
  const areAll = recruitment && failures && consort;

  return (
    <div className={classes.screen}>
      <ScreenHeader
        title="Reports"
        {...(recruitment
          ? {
              detail: (
                <>
                  counted <When at={recruitment.at} />
                </>
              ),
            }
          : {})}
        actions={
          <Button
            variant="default"
            size="compact-md"
            disabled={!areAll || isEmpty}
            onClick={() => window.print()}
          >
            Print one page
          </Button>
        }
      >
        <ReportFilters
          search={search}
          studies={
            studies.data && named.map(({ id, title }) => ({ value: String(id), label: title }))
          }
          sites={me.sites.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </ScreenHeader>
      {isEmpty ? (
        <NoLeads search={search} />
      ) : error && !areAll ? (
        <ErrorState error={error} onRetry={retry} title="The reports could not be loaded" />
      ) : (
        <div className={classes.sheet} data-old={isOld}>
          <div className={classes.halves}>
            <div className={classes.half}>
              <section className={classes.section} aria-labelledby="recruitment">
                <h2 id="recruitment" className={classes.heading}>
                  Recruitment
                </h2>
                {recruitment ? (
                  <Recruitment report={recruitment} />
                ) : (
                  <LoadingRows rows={11} height={34} />
                )}
              </section>
              <section className={classes.section} aria-labelledby="excludes">
                <h2 id="excludes" className={classes.heading}>
                  What excludes
                </h2>
                {failures ? <Failures report={failures} /> : <LoadingRows rows={6} height={34} />}
              </section>
            </div>
            <section className={classes.section} aria-labelledby="consort">
              <h2 id="consort" className={classes.heading}>
                CONSORT
              </h2>
              {consort ? <Consort report={consort} /> : <LoadingRows rows={20} height={34} />}
            </section>
          </div>
          <section className={classes.section} aria-labelledby="groups">
            <h2 id="groups" className={classes.heading}>
              Side by side
            </h2>
            {recruitment ? <FunnelGroups report={recruitment} /> : <LoadingRows rows={6} />}
          </section>
          <ScreeningLog question={question} scope={search.log ?? "screened"} scopeWords={scope} />
        </div>
      )}
      {areAll && !isEmpty ? (
        <SummarySheet scopeWords={scope} {...{ recruitment, failures, consort }} />
      ) : null}
    </div>
  );
}

function NoLeads({ search }: { search: ReportsSearch }) {
  return isNarrowed(search) ? (
    <EmptyState
      title="No lead came in so"
      action={
        <Link to="/reports" search={{ ...search, ...withoutFilters }}>
          Clear all filters
        </Link>
      }
    >
      Nobody arrived on these days who fits all of the filters above. Widen them to see more.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing to report yet">
      With the first lead this shows how far people come, from their message to enrolment; how long
      they waited for a call and for a decision; which criteria exclude; the screening log; and the
      CONSORT flow, in which every number opens its rows.
    </EmptyState>
  );
}
