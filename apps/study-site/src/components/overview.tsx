// What the study is about: a plain-language text where the study team published one, beside the registry's
// own, which is always there to be read.

import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { languageOfField } from "@studydesk/domain/studies/study-texts";
import type { Glossary } from "../glossary/glossary";
import { gapIn } from "../texts/gap-in";
import type { Texts } from "../texts/texts";
import { formatRegistryDate } from "./format-registry-date";
import { InEnglishNote, languageMark } from "./in-english";
import { RegistryText } from "./registry-text";

interface OverviewProps {
  t: Texts;
  page: StudyPage;
  glossary: Glossary;
}

export const registryTextId = "registry-text";

export function Overview(props: OverviewProps) {
  const { t, page } = props;
  const hasRegistryText = Boolean(page.summary || page.detailedDescription);
  if (!page.overview && !hasRegistryText) return null;
  return (
    <section aria-labelledby="overview">
      <h2 id="overview">{t.study.overview}</h2>
      {page.overview ? (
        <>
          <PlainText {...props} overview={page.overview} linksToRegistry={hasRegistryText} />
          {hasRegistryText && (
            <details>
              <summary>{t.study.registryText}</summary>
              <div id={registryTextId}>
                <FromRegistry {...props} isWhole />
              </div>
            </details>
          )}
        </>
      ) : (
        <FromRegistry {...props} />
      )}
    </section>
  );
}

function PlainText(
  props: OverviewProps & {
    overview: NonNullable<StudyPage["overview"]>;
    linksToRegistry: boolean;
  },
) {
  const { t, overview, glossary } = props;
  const date = formatRegistryDate(overview.publishedAt.slice(0, 10), t.frame.dateLocale);
  return (
    <>
      <p className="origin">
        {overview.origin === "ai" ? t.study.plainByAi(date) : t.study.plainByTeam(date)}
        {gapIn(t.lang)}
        {props.linksToRegistry && <a href={`#${registryTextId}`}>{t.study.seeRegistryText}</a>}
      </p>
      {overview.language !== t.lang && <InEnglishNote t={t} />}
      <div data-anchor-field="overview" {...languageMark(t, overview.language)}>
        <RegistryText text={overview.text} explain={glossary.inField(overview.language)} />
      </div>
    </>
  );
}

/** `isWhole`: the detailed description stands open, since the reader asked for the registry's text. */
function FromRegistry({ t, page, glossary, isWhole }: OverviewProps & { isWhole?: boolean }) {
  const { summary, detailedDescription, inEnglish, wordedHere } = page;
  const further = detailedDescription !== summary ? detailedDescription : undefined;
  const languageOf = (field: "summary" | "detailedDescription") =>
    languageOfField(page, field, t.lang);
  const isEnglish =
    (summary && inEnglish.includes("summary")) ||
    (further && inEnglish.includes("detailedDescription"));
  const description = further && (
    <div
      data-anchor-field="detailedDescription"
      {...languageMark(t, languageOf("detailedDescription"))}
    >
      <RegistryText text={further} explain={glossary.inField(languageOf("detailedDescription"))} />
    </div>
  );
  return (
    <>
      <p className="origin">
        {wordedHere.includes("summary") || wordedHere.includes("detailedDescription")
          ? t.study.wordedHere
          : t.study.fromRegistry}
      </p>
      {isEnglish && <InEnglishNote t={t} />}
      {summary && (
        <div data-anchor-field="summary" {...languageMark(t, languageOf("summary"))}>
          <RegistryText text={summary} explain={glossary.inField(languageOf("summary"))} />
        </div>
      )}
      {description &&
        (isWhole ? (
          description
        ) : (
          <details>
            <summary>{t.study.more}</summary>
            {description}
          </details>
        ))}
    </>
  );
}
