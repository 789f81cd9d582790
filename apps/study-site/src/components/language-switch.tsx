// The same page in another language: plain links behind a native disclosure, each language by its own
// name. English is asked for by name, since its plain address follows the browser's wishes.
import {
  type PublicLanguage,
  pathIn,
  publicLanguageNames,
  publicLanguages,
} from "@studydesk/domain/public-language";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export function LanguageSwitch({ t, shell }: { t: Texts; shell: PageShell }) {
  return (
    <details className="languages">
      <summary>
        <span className="unseen">{t.frame.languages}: </span>
        {publicLanguageNames[t.lang]}
      </summary>
      <ul>
        {publicLanguages
          .filter((language) => language !== t.lang)
          .map((language) => (
            <li key={language}>
              <a href={addressIn(language, shell.path)} hrefLang={language} lang={language}>
                {publicLanguageNames[language]}
              </a>
            </li>
          ))}
      </ul>
    </details>
  );
}

function addressIn(language: PublicLanguage, path: PageShell["path"]): string {
  return language === "en" ? `${path}?lang=en` : pathIn(language, path);
}
