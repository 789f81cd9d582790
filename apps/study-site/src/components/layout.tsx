// The frame of every public page: complete without a script, landmarks, a way past the header, the same
// page in each language.
import { directionOf, pathIn, publicLanguages } from "@studydesk/domain/public-language";
import type { ReactNode } from "react";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";
import { LanguageSwitch } from "./language-switch";

export interface LayoutProps {
  t: Texts;
  shell: PageShell;
  title: string;
  description?: string | undefined;
  /** Whose pages these are; a plain name where there is no single site. */
  brand?: string | undefined;
  /** Pages that only make sense to the one who asked for them: no search engine may keep them. */
  isPrivate?: boolean;
  /** Loads the script of notes and forms. */
  hasScript?: boolean;
  /** Further elements of the head. */
  head?: ReactNode;
  children: ReactNode;
}

export function Layout(props: LayoutProps) {
  const { t, shell, brand } = props;
  const home = pathIn(t.lang, "/studies");
  return (
    <html lang={t.lang} dir={directionOf(t.lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title}</title>
        {props.description && <meta name="description" content={props.description} />}
        {props.isPrivate ? <meta name="robots" content="noindex" /> : <Addresses shell={shell} />}
        {props.head}
        <link rel="icon" href="/assets/mark-1.svg" type="image/svg+xml" />
        {shell.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {props.hasScript && shell.script && <script type="module" src={shell.script} />}
      </head>
      <body>
        <a className="skip" href="#content">
          {t.frame.skipToContent}
        </a>
        <header className="top">
          {shell.isDemo && <p className="demo">{t.frame.demo}</p>}
          <div className="wrap">
            <a className="brand" href={home}>
              {brand ? (
                <>
                  <bdi>{brand}</bdi> <span className="quiet">· {t.frame.brand}</span>
                </>
              ) : (
                t.frame.brand
              )}
            </a>
            <nav>
              <a href={home}>{t.frame.allStudies}</a>
              {props.hasScript && shell.script && <NotesOpener t={t} />}
              <LanguageSwitch t={t} shell={shell} />
            </nav>
          </div>
        </header>
        <main id="content" className="wrap" tabIndex={-1}>
          {props.children}
        </main>
        <footer className="foot">
          <div className="wrap">
            <p>{t.frame.footer}</p>
            <p>
              <a href={pathIn(t.lang, "/status")}>{t.status.inFooter}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** There from the start, so that nothing moves; a style hides it where scripts do not run. */
function NotesOpener({ t }: { t: Texts }) {
  const { yourNotes, addNote, notesNotLoaded } = t.frame;
  return (
    <button type="button" className="your-notes" data-add={addNote} data-failed={notesNotLoaded}>
      <span>{yourNotes}</span> <span className="note-count" />
    </button>
  );
}

/** Where a search engine finds this page, in each language. */
function Addresses({ shell }: { shell: PageShell }) {
  const address = (language: PageShell["language"]) => shell.baseUrl + pathIn(language, shell.path);
  return (
    <>
      <link rel="canonical" href={address(shell.language)} />
      {publicLanguages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={address(language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address("en")} />
    </>
  );
}
