// The frame of the pages behind sealed links: one and the same page for all links of a kind, read from no
// database, so that a preview or a bot changes nothing. It stands in English; the script finds its places
// by the ids and puts in the words of the browser's language.
import {
  directionOf,
  type PublicLanguage,
  publicLanguages,
} from "@studydesk/domain/public-language";
import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** Built addresses of the page's script and styles; undefined when the site was not built. */
export interface SealedPageAssets {
  script: string;
  styles: readonly string[];
}

export function renderSealedPage(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

export interface SealedPageProps {
  assets: SealedPageAssets | undefined;
  t: { title: string; intro: string };
  /** Without its script, the page cannot know which language is read. */
  needsScript: Readonly<Record<PublicLanguage, string>>;
  children: ReactNode;
}

export function SealedPage({ assets, t, needsScript, children }: SealedPageProps) {
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
            {children}
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
