// Which language, and which of its parts. Links, since the address holds the choice.
import { publicLanguages } from "@studydesk/domain/public-language";
import { Link } from "@tanstack/react-router";
import classes from "../../components/pill-tabs.module.css";
import { languageLabels } from "../../lib/language-words";
import { type TextsPart, textsParts } from "./study-texts-search";
import type { StudyTexts, TextsPlace } from "./study-texts-types";

interface Props extends TextsPlace {
  part: TextsPart;
}

const partNames: Readonly<Record<TextsPart, string>> = {
  texts: "Texts",
  questions: "Common questions",
  consent: "Consent to contact",
};

export function LanguageTabs(props: Props & { progress: StudyTexts["progress"] | undefined }) {
  const { studyId, language, part, progress } = props;
  return (
    <nav className={classes.tabs} aria-label="Which language">
      {publicLanguages.map((each) => {
        const done = progress?.find((known) => known.language === each);
        return (
          <Link
            key={each}
            to="/studies/$studyId/texts"
            params={{ studyId }}
            search={{ language: each, part }}
            className={classes.tab}
            data-current={each === language}
            {...(each === language ? { "aria-current": "page" } : {})}
          >
            {languageLabels(each)}
            {done ? <span>{progressWords(each === "en", done)}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
}

export function PartTabs({ studyId, language, part }: Props) {
  return (
    <nav className={classes.tabs} aria-label="Which part">
      {textsParts.map((each) => (
        <Link
          key={each}
          to="/studies/$studyId/texts"
          params={{ studyId }}
          search={{ language, part: each }}
          className={classes.tab}
          data-current={each === part}
          {...(each === part ? { "aria-current": "page" } : {})}
        >
          {partNames[each]}
        </Link>
      ))}
    </nav>
  );
}

function progressWords(
  isEnglish: boolean,
  { all, worded, changed }: { all: number; worded: number; changed: number },
): string {
  const done = isEnglish ? `${worded} edited` : `${worded} of ${all}`;
  return changed > 0 ? `${done}, ${changed} to check` : done;
}
