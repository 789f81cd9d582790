// The one look of our mail: paper, ink and one accent. Styles are inline and no image is loaded, so
// that nobody can tell when it was opened. Language and direction stand on the body's own parts, because
// many mail programs keep nothing of the document around them.
import { directionOf, type PublicLanguage } from "@studydesk/domain/public-language";
import type { CSSProperties, ReactNode } from "react";

const ink = "#1d2523";
const faint = "#5c6764";
const accent = "#0b6b62";

const page: CSSProperties = {
  margin: 0,
  padding: "24px 16px",
  background: "#f6f4ef",
  color: ink,
  font: "16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif",
};
const sheet: CSSProperties = {
  maxWidth: "560px",
  margin: "0 auto",
  padding: "24px",
  background: "#ffffff",
  border: "1px solid #e2ded4",
  borderRadius: "8px",
};

/** `footer` says why this mail came. */
export function MailLayout(props: {
  language: PublicLanguage;
  title: string;
  footer: string;
  children: ReactNode;
}) {
  const dir = directionOf(props.language);
  const reading = { lang: props.language, dir } as const;
  // Said outright, too: some programs put a mail into a left-aligned table of their own.
  const textAlign = dir === "rtl" ? "right" : "left";
  return (
    <html {...reading}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{props.title}</title>
      </head>
      <body style={page}>
        <main {...reading} style={{ ...sheet, textAlign }}>
          <h1 style={{ margin: "0 0 16px", fontSize: "20px", lineHeight: 1.3 }}>{props.title}</h1>
          {props.children}
        </main>
        <p
          {...reading}
          style={{
            maxWidth: "560px",
            margin: "16px auto 0",
            fontSize: "13px",
            color: faint,
            textAlign,
          }}
        >
          {props.footer}
        </p>
      </body>
    </html>
  );
}

export function MailButton(props: { href: string; children: string }) {
  const style: CSSProperties = {
    display: "inline-block",
    padding: "10px 18px",
    borderRadius: "6px",
    background: accent,
    color: "#ffffff",
    fontWeight: 600,
    textDecoration: "none",
  };
  return (
    <p style={{ margin: "20px 0" }}>
      <a href={props.href} style={style}>
        {props.children}
      </a>
    </p>
  );
}

/** A name and a value; a value that no language turns, such as a phone number, says "ltr". */
export type MailFact = readonly [name: string, value: string, dir?: "ltr"];

/** Names and values, one under the other; values keep their line breaks and their own direction. */
export function MailFacts(props: { facts: readonly MailFact[] }) {
  return (
    <dl style={{ margin: "16px 0", padding: "12px 16px", background: "#f6f4ef" }}>
      {props.facts.map(([name, value, dir = "auto"]) => (
        <div key={name} style={{ margin: "0 0 8px" }}>
          <dt style={{ fontSize: "13px", color: faint }}>{name}</dt>
          <dd style={{ margin: 0, whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {/* Each line of a message by its own letters. */}
            <span dir={dir} style={dir === "auto" ? { unicodeBidi: "plaintext" } : {}}>
              {value}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
