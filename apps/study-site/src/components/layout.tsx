// The frame of every public page: complete without a script, landmarks, a way past the header.
import type { ReactNode } from "react";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/en";

export interface LayoutProps {
  t: Texts;
  shell: PageShell;
  title: string;
  description?: string | undefined;
  /** Whose pages these are; a plain name where there is no single site. */
  brand?: string | undefined;
  /** Pages that only make sense to the one who asked for them. */
  isPrivate?: boolean;
  children: ReactNode;
}

export function Layout(props: LayoutProps) {
  const { t, shell, brand } = props;
  return (
    <html lang={t.lang} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title}</title>
        {props.description && <meta name="description" content={props.description} />}
        {props.isPrivate && <meta name="robots" content="noindex" />}
        <link rel="icon" href="/assets/mark-1.svg" type="image/svg+xml" />
        {shell.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <a className="skip" href="#content">
          {t.skipToContent}
        </a>
        <header className="top">
          {shell.isDemo && <p className="demo">{t.demo}</p>}
          <div className="wrap">
            <a className="brand" href="/studies">
              {brand ? (
                <>
                  <bdi>{brand}</bdi> <span className="quiet">· {t.brand}</span>
                </>
              ) : (
                t.brand
              )}
            </a>
            <nav>
              <a href="/studies">{t.allStudies}</a>
            </nav>
          </div>
        </header>
        <main id="content" className="wrap" tabIndex={-1}>
          {props.children}
        </main>
        <footer className="foot">
          <div className="wrap">
            <p>{t.footer}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}
