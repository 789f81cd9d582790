// The texts of a study's public page, by language: the registry's passages beside the local wording, the
// common questions, the wording of the consent.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { refusalOf } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import { ConsentWordings } from "./consent-wordings";
import { FaqsEditor } from "./faqs-editor";
import { LanguageTabs, PartTabs } from "./language-tabs";
import { PassageList } from "./passage-list";
import classes from "./study-texts-screen.module.css";
import type { TextsPart } from "./study-texts-search";
import type { StudyTexts, TextsPlace } from "./study-texts-types";

export function StudyTextsScreen(props: TextsPlace & { part: TextsPart }) {
  const { studyId, language, part } = props;
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.studyTexts.read.queryOptions({ studyId, language }),
  );
  const code = refusalOf(error)?.code;
  const isAbsent = code === "not_found" || code === "invalid";
  return (
    <>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/studies/$studyId" params={{ studyId }}>
          ‹ The study
        </Link>
      </nav>
      <ScreenHeader title="Texts of the public page" detail={data?.title}>
        <div className={classes.tabs}>
          <LanguageTabs {...props} progress={data?.progress} />
          <PartTabs {...props} />
        </div>
      </ScreenHeader>
      {data ? <Part key={`${language} ${part}`} {...props} texts={data} /> : null}
      {!data && !error ? <LoadingRows height={96} rows={5} /> : null}
      {!data && isAbsent ? (
        <EmptyState title="This study is not here">
          It is gone, or none of your sites takes part in it. Look it up in the list of studies.
        </EmptyState>
      ) : null}
      {!data && error && !isAbsent ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : null}
    </>
  );
}

function Part(props: TextsPlace & { part: TextsPart; texts: StudyTexts }) {
  const { studyId, language, part, texts } = props;
  const place = { studyId, language };
  return (
    <div className={classes.part}>
      {texts.abilities.word ? null : (
        <p className={classes.note}>
          You can read these texts. The owner and the admins of a site that takes part change them.
        </p>
      )}
      {part === "texts" ? <PassageList place={place} texts={texts} /> : null}
      {part === "questions" ? (
        <FaqsEditor place={place} faqs={texts.faqs} canWord={texts.abilities.word} />
      ) : null}
      {part === "consent" ? (
        <ConsentWordings place={place} consent={texts.consent} canWord={texts.abilities.word} />
      ) : null}
    </div>
  );
}
