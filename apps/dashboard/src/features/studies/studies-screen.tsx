// The studies of this desk: what the registry says of each, and which sites recruit for it here.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import table from "../../components/data-table.module.css";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { DotBadge } from "../../components/status-badge";
import { useRowKeys } from "../../lib/keys/use-row-keys";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import classes from "./studies-screen.module.css";
import { OverallStatusBadge, recruitingLabels } from "./study-badges";
import type { StudyRow } from "./study-types";

export function StudiesScreen() {
  const me = useMe();
  const trpc = useTRPC();
  const list = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(trpc.studies.list.queryOptions());
  useRowKeys("Studies", "study", list);
  const mayImport = me.abilities.canImportStudies;
  const importButton = (
    <Button renderRoot={(props) => <Link to="/studies/import" {...props} />}>Import a study</Button>
  );

  return (
    <div ref={list}>
      <ScreenHeader
        title="Studies"
        detail={data ? counted(data.studies) : undefined}
        actions={mayImport && data?.studies.length !== 0 ? importButton : undefined}
      />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!error && !data ? <LoadingRows /> : null}
      {data?.studies.length === 0 ? (
        <NoStudies action={mayImport ? importButton : undefined} />
      ) : null}
      {data && data.studies.length > 0 ? <StudyTable studies={data.studies} /> : null}
    </div>
  );
}

function StudyTable({ studies }: { studies: readonly StudyRow[] }) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Study</th>
            <th scope="col" className={table.wide}>
              Registry says
            </th>
            <th scope="col" className={table.wide}>
              Study sites
            </th>
          </tr>
        </thead>
        <tbody>
          {studies.map((study) => (
            <tr key={study.id} className={table.row}>
              <td className={classes.study}>
                <Link
                  to="/studies/$studyId"
                  params={{ studyId: study.id }}
                  className={table.link}
                  data-row
                >
                  {study.title}
                </Link>
                <span className={classes.nct}>{study.nctId}</span>
                {study.staleOverviews.length > 0 ? (
                  <DotBadge tone="contacting">Plain-language text to check</DotBadge>
                ) : null}
                <div className={table.narrow}>
                  <OverallStatusBadge status={study.overallStatus} />
                  <div className={classes.sites}>
                    <StudySitesLine studySites={study.studySites} />
                  </div>
                </div>
              </td>
              <td className={table.wide}>
                <OverallStatusBadge status={study.overallStatus} />
              </td>
              <td className={table.wide}>
                <StudySitesLine studySites={study.studySites} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const mostNamed = 3;

function StudySitesLine({ studySites }: Pick<StudyRow, "studySites">) {
  if (studySites.length === 0) return <span className={table.quiet}>None linked</span>;
  const more = studySites.length - mostNamed;
  return (
    <ul className={classes.siteList}>
      {studySites.slice(0, mostNamed).map((studySite) => (
        <li key={studySite.id} data-recruiting={studySite.recruiting}>
          {studySite.siteName}{" "}
          <span className={table.quiet}>
            · {recruitingLabels[studySite.recruiting].toLowerCase()}
          </span>
        </li>
      ))}
      {more > 0 ? <li className={table.quiet}>and {more} more</li> : null}
    </ul>
  );
}

function NoStudies({ action }: { action: React.ReactNode }) {
  return action ? (
    <EmptyState title="No study yet" action={action}>
      A study comes in as a record of ClinicalTrials.gov. You see what would be stored before
      anything is, then link the sites that take part.
    </EmptyState>
  ) : (
    <EmptyState title="No study at your sites yet">
      The owner of this installation imports studies and links the sites that take part. Ask them to
      link yours.
    </EmptyState>
  );
}

function counted(studies: readonly StudyRow[]): string {
  const recruiting = studies.filter((study) =>
    study.studySites.some((studySite) => studySite.recruiting === "recruiting"),
  ).length;
  const all = studies.length === 1 ? "1 study" : `${studies.length} studies`;
  return `${all} · ${recruiting} with a recruiting study site`;
}
