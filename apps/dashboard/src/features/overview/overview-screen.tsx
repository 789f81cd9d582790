// A study's plain-language text beside the registry's: drafted, checked claim by claim, published by
// somebody with a name, withdrawn in one step.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import pills from "../../components/pill-tabs.module.css";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { refusalOf } from "../../lib/error-sentence";
import { languageLabels } from "../../lib/language-words";
import { useTRPC } from "../../lib/trpc";
import { DraftPart } from "./draft-part";
import { OverviewHistory } from "./overview-history";
import classes from "./overview-screen.module.css";
import type { OverviewPlace, OverviewView } from "./overview-types";
import { PublishPart } from "./publish-part";
import { PublishedPart } from "./published-part";
import { RegistrySide } from "./registry-side";
import { useOverviewDesk } from "./use-overview-desk";

export function OverviewScreen(place: OverviewPlace) {
  const { studyId } = place;
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.overviews.read.queryOptions(place));
  return (
    <>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/studies/$studyId" params={{ studyId }}>
          ‹ The study
        </Link>
      </nav>
      <ScreenHeader title="Plain-language text" detail={data?.study.title}>
        {data ? <LanguagePills place={place} view={data} /> : null}
      </ScreenHeader>
      {data ? <Workbench key={place.language} place={place} view={data} /> : null}
      {!data && !error ? <LoadingRows height={96} rows={5} /> : null}
      {!data && error ? <Refused error={error} onRetry={() => void refetch()} /> : null}
    </>
  );
}

function Workbench({ place, view }: { place: OverviewPlace; view: OverviewView }) {
  const desk = useOverviewDesk(place, view);
  const isEmpty = desk.typed.text.trim() === "";
  return (
    <div className={classes.columns}>
      <RegistrySide registry={view.registry} />
      <div className={classes.main}>
        {view.published ? (
          <PublishedPart
            place={place}
            view={view}
            published={view.published}
            changes={desk.changes}
            canEdit={isEmpty && !desk.isLocked}
          />
        ) : null}
        <DraftPart place={place} view={view} desk={desk} />
        <PublishPart
          place={place}
          view={view}
          text={desk.typed.text}
          openClaims={desk.openClaims}
          isLocked={desk.isLocked || desk.typed.isOvertaken}
          isPending={desk.changes.publish.isPending}
          error={desk.changes.publish.error}
          onPublish={desk.publish}
        />
        <OverviewHistory
          place={place}
          view={view}
          changes={desk.changes}
          isLocked={desk.isLocked || desk.typed.isChanged}
        />
      </div>
    </div>
  );
}

function LanguagePills({ place, view }: { place: OverviewPlace; view: OverviewView }) {
  return (
    <nav className={pills.tabs} aria-label="Which language">
      {view.languages.map(({ language, isPublished, hasDraft }) => (
        <Link
          key={language}
          to="/studies/$studyId/overview"
          params={{ studyId: place.studyId }}
          search={{ language }}
          className={pills.tab}
          data-current={language === place.language}
          {...(language === place.language ? { "aria-current": "page" } : {})}
        >
          {languageLabels(language)}
          {isPublished || hasDraft ? (
            <span>
              {[isPublished ? "published" : undefined, hasDraft ? "draft" : undefined]
                .filter((word) => word !== undefined)
                .join(", ")}
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const code = refusalOf(error)?.code;
  if (code === "not_found" || code === "invalid") {
    return (
      <EmptyState title="This study is not here">
        It is gone, or none of your sites takes part in it. Look it up in the list of studies.
      </EmptyState>
    );
  }
  if (code === "forbidden") {
    return (
      <EmptyState title="Not yours to word">
        The owner and the admins of a site that takes part write this text. Ask yours.
      </EmptyState>
    );
  }
  return <ErrorState error={error} onRetry={onRetry} />;
}
