// A template gives the same words twice, for readers with and without HTML; here they become a mail.
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

export interface MailTemplate {
  subject: string;
  /** Paragraphs of the plain-text twin. */
  text: readonly string[];
  html: ReactElement;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

export function renderMail(template: MailTemplate): RenderedMail {
  return {
    // A line break would end the header.
    subject: template.subject.replaceAll(/\s+/g, " ").trim(),
    text: `${template.text.join("\n\n")}\n`,
    html: `<!doctype html>${renderToStaticMarkup(template.html)}`,
  };
}
