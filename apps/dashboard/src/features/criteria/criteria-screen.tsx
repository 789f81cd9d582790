// The criteria of a study, version by version: the draft that somebody works on, the version in force, and
// those before it, which stay readable as they were.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { refusalOf } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import { BeginDraft } from "./begin-draft";
import classes from "./criteria-screen.module.css";
import type { CriteriaSearch } from "./criteria-search";
import type { CriteriaVersion, CriteriaVersions } from "./criteria-types";
import { DraftScreen } from "./draft-screen";
import { PublishedScreen } from "./published-screen";
import { VersionTabs } from "./version-tabs";

interface Props {
  studyId: number;
  search: CriteriaSearch;
}

export function CriteriaScreen({ studyId, search }: Props) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.criteria.versions.queryOptions({ studyId }));
  return (
    <>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/studies/$studyId" params={{ studyId }}>
          ‹ The study
        </Link>
      </nav>
      {data ? <Versions studyId={studyId} search={search} {...data} /> : null}
      {data ? null : <ScreenHeader title="Criteria" />}
      {!data && !error ? <LoadingRows height={64} /> : null}
      {!data && error ? <Missing error={error} onRetry={() => void refetch()} /> : null}
    </>
  );
}

function Versions({ studyId, search, versions, canEdit }: Props & CriteriaVersions) {
  const inForce = versions
    .filter(({ state }) => state === "published")
    .toSorted((one, other) => other.number - one.number)
    .at(0);
  const draft = versions.find(({ state }) => state === "draft");
  const shown = versions.find(({ id }) => id === search.version) ?? inForce ?? draft;
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.criteria.read.queryOptions({ versionId: shown?.id ?? 0 }),
    enabled: shown !== undefined,
  });
  return (
    <>
      <ScreenHeader
        title="Criteria"
        step={`${shown?.id ?? ""} ${shown?.state ?? ""} ${search.part ?? ""}`}
        detail={data ? `${data.studyTitle} · ${data.nctId}` : undefined}
        actions={
          canEdit && !draft ? <BeginDraft studyId={studyId} inForce={inForce?.number} /> : undefined
        }
      >
        <VersionTabs
          studyId={studyId}
          versions={versions}
          inForce={inForce?.number}
          shown={shown}
          part={search.part ?? "criteria"}
        />
      </ScreenHeader>
      {shown ? null : <NoVersion canEdit={canEdit} />}
      {data ? (
        <div className={classes.part}>
          <Shown key={data.id} version={data} search={search} inForce={inForce?.number} />
        </div>
      ) : null}
      {shown && !data && !error ? <LoadingRows height={64} /> : null}
      {!data && error ? <Missing error={error} onRetry={() => void refetch()} /> : null}
    </>
  );
}

interface ShownProps {
  version: CriteriaVersion;
  search: CriteriaSearch;
  inForce: number | undefined;
}

function Shown({ version, search, inForce }: ShownProps) {
  if (version.state === "draft" && version.canEdit) {
    return <DraftScreen version={version} search={search} inForce={inForce} />;
  }
  return <PublishedScreen version={version} search={search} inForce={inForce} />;
}

function NoVersion({ canEdit }: { canEdit: boolean }) {
  return (
    <EmptyState title="No criteria yet">
      {canEdit
        ? "The record brought none. Begin a draft and write what is asked of a person."
        : "The record brought none. The owner, or an investigator or admin of a site that takes part, writes them."}
    </EmptyState>
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const code = refusalOf(error)?.code;
  if (code !== "not_found" && code !== "invalid")
    return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState title="These criteria are not here">
      They are gone, or none of your sites takes part in the study. Look it up in the list of
      studies.
    </EmptyState>
  );
}
