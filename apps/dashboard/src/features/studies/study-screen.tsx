// One study: who recruits for it here, the record's facts and places, its criteria, and what reading
// the record left over.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AnchorText } from "../../components/anchor-text";
import { FhirExportButton } from "../../components/fhir-export-button";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { refusalOf } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import { CriteriaView } from "./criteria-view";
import { FoundRecord } from "./found-record";
import { PlainTexts } from "./plain-texts";
import { ReadingNotes } from "./reading-notes";
import { StaleOverviews } from "./stale-overviews";
import { OverallStatusBadge } from "./study-badges";
import { StudyFacts } from "./study-facts";
import { StudyHistory } from "./study-history";
import { StudyLocations } from "./study-locations";
import { StudyRegistry } from "./study-registry";
import classes from "./study-screen.module.css";
import { StudySites } from "./study-sites";
import { StudyTexts } from "./study-texts";
import type { StudyView } from "./study-types";

export function StudyScreen({ studyId }: { studyId: number }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.studies.get.queryOptions({ studyId }));
  const code = refusalOf(error)?.code;
  return (
    <>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/studies">‹ All studies</Link>
      </nav>
      {data ? <Study study={data} /> : null}
      {data ? null : <ScreenHeader title="Study" />}
      {!data && !error ? <LoadingRows /> : null}
      {!data && (code === "not_found" || code === "invalid") ? (
        <EmptyState title="This study is not here">
          It is gone, or none of your sites takes part in it. Look it up in the list of studies.
        </EmptyState>
      ) : null}
      {!data && error && code !== "not_found" && code !== "invalid" ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : null}
    </>
  );
}

function Study({ study }: { study: StudyView }) {
  const { imported } = study;
  return (
    <>
      <AnchorText
        sourceType="study"
        sourceId={study.id}
        fieldPath="title"
        revision={imported.lastUpdate ?? ""}
        text={study.title}
        name="the title"
        around={(words) => (
          <ScreenHeader
            title={study.title}
            words={words}
            detail={
              <span className={classes.detail}>
                {study.nctId} <OverallStatusBadge status={study.overallStatus} />
              </span>
            }
            actions={
              <>
                <Button
                  variant="default"
                  renderRoot={(props) => (
                    <Link
                      to="/studies/$studyId/criteria"
                      params={{ studyId: study.id }}
                      {...props}
                    />
                  )}
                >
                  Criteria
                </Button>
                <Button
                  variant="default"
                  renderRoot={(props) => (
                    <Link to="/studies/$studyId/texts" params={{ studyId: study.id }} {...props} />
                  )}
                >
                  Texts of the page
                </Button>
                {study.abilities.word ? (
                  <Button
                    variant="default"
                    renderRoot={(props) => (
                      <Link
                        to="/studies/$studyId/overview"
                        params={{ studyId: study.id }}
                        {...props}
                      />
                    )}
                  >
                    Plain-language text
                  </Button>
                ) : null}
                <FhirExportButton studyIds={[study.id]} />
                <Button
                  component="a"
                  variant="default"
                  href={`/studies/${study.nctId}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  Open the public page
                </Button>
              </>
            }
          />
        )}
      />
      <div className={classes.columns}>
        <div className={classes.side}>
          <section>
            <h2 className={classes.title}>Study sites</h2>
            <StudySites study={study} />
          </section>
          <section>
            <h2 className={classes.title}>Locations of the record</h2>
            <StudyLocations study={study} />
          </section>
          <section>
            <h2 className={classes.title}>Registry</h2>
            <StudyRegistry study={study} />
          </section>
          <section>
            <h2 className={classes.title}>Facts</h2>
            <StudyFacts study={imported} />
          </section>
        </div>
        <div className={classes.main}>
          <StaleOverviews study={study} />
          <FoundRecord studyId={study.id} />
          <section>
            <h2 className={classes.title}>
              Criteria in the record
              {study.criteriaVersion === null ? null : (
                <span> · version {study.criteriaVersion} in force here</span>
              )}
            </h2>
            <CriteriaView
              criteria={imported.criteria.criteria}
              asked={{
                studyId: study.id,
                version: study.criteriaVersion,
                lines: study.askedLines,
              }}
            />
          </section>
          <ReadingNotes study={imported} />
          <section>
            <h2 className={classes.title}>In the record’s words</h2>
            <StudyTexts studyId={study.id} study={imported} />
          </section>
          {study.plainTexts.length > 0 ? (
            <section>
              <h2 className={classes.title}>In plain words</h2>
              <PlainTexts studyId={study.id} texts={study.plainTexts} />
            </section>
          ) : null}
          <section>
            <h2 className={classes.title}>What changed</h2>
            <StudyHistory studyId={study.id} />
          </section>
        </div>
      </div>
    </>
  );
}
