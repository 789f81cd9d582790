// The page behind every share link: one and the same for all of them, read from no database, so that a
// preview or a bot changes nothing. It stands in English; the script finds its places by the ids and puts
// in the words of the browser's language.
import {
  directionOf,
  type PublicLanguage,
  publicLanguages,
} from "@studydesk/domain/public-language";
import { renderToStaticMarkup } from "react-dom/server";
import { reader as t } from "../texts/en/reader";

/** Built addresses of the reader's script and styles; undefined when the site was not built. */
export interface ShareReaderAssets {
  script: string;
  styles: readonly string[];
}

/** Without its script, the page cannot know which language is read. */
const needsScript: Readonly<Record<PublicLanguage, string>> = {
  en: "This page needs JavaScript, since your own device unlocks the note. Allow it for this page and reload, or open the link in another browser.",
  es: "Esta página necesita JavaScript, porque es su propio dispositivo el que abre la nota. Permítalo en esta página y vuelva a cargarla, o abra el enlace en otro navegador.",
  zh: "本页需要 JavaScript，因为笔记是在您自己的设备上解开的。请为本页启用后重新载入，或者用其他浏览器打开链接。",
  ar: "تحتاج هذه الصفحة إلى JavaScript لأن جهازك هو الذي يفتح الملاحظة. يُرجى السماح به في هذه الصفحة ثم إعادة تحميلها، أو فتح الرابط في متصفح آخر.",
};

export function renderShareReader(assets: ShareReaderAssets | undefined): string {
  return `<!doctype html>${renderToStaticMarkup(<ShareReaderPage assets={assets} />)}`;
}

function ShareReaderPage({ assets }: { assets: ShareReaderAssets | undefined }) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="/assets/mark-1.svg" type="image/svg+xml" />
        <title>{t.title}</title>
        {assets?.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets && <script type="module" src={assets.script} />}
      </head>
      <body>
        <main className="reader">
          <section id="ask" aria-labelledby="ask-title">
            <h1 id="ask-title">{t.title}</h1>
            <p id="ask-intro" className="quiet">
              {t.intro}
            </p>
            <noscript>
              {publicLanguages.map((language) => (
                <p key={language} className="problem" lang={language} dir={directionOf(language)}>
                  {needsScript[language]}
                </p>
              ))}
            </noscript>
            <AskForm />
          </section>
          <section id="told" hidden>
            <h1 id="told-title" tabIndex={-1}>
              {" "}
            </h1>
            <p id="told-text" />
          </section>
          <article id="note" hidden />
        </main>
      </body>
    </html>
  );
}

/** The field has no name: whatever happens to the script, no form can send what was typed. */
function AskForm() {
  return (
    <form id="ask-form" hidden noValidate>
      <label id="passcode-label" htmlFor="passcode">
        {t.passcode}
      </label>
      <input
        id="passcode"
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby="passcode-hint ask-problem"
        required
      />
      <p id="passcode-hint" className="hint">
        {t.passcodeHint}
      </p>
      <p id="ask-problem" className="problem" role="alert" />
      <button id="ask-open" type="submit" className="main">
        {t.open}
      </button>
      <div className="progress">
        <p id="ask-progress" role="status" />
        <progress id="ask-bar" aria-hidden="true" hidden />
      </div>
    </form>
  );
}
