// The terms of a page that can be tapped for an explanation. The text itself stays plain, whole and
// selectable; a mark without any text of its own stands behind the term, and the explanations stand at the
// end of the page. A popover of HTML's own: it opens, closes and takes Escape without a script.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { Fragment, type ReactNode } from "react";
import type { Texts } from "../texts/texts";
import { findTerms } from "./find-terms";
import type { TermId } from "./term-patterns";

/** Marks the terms of one field's texts, each once in the field. */
export type Explain = (text: string) => ReactNode;

export interface Glossary {
  /** For a field whose texts are in this language. */
  inField(language: PublicLanguage): Explain;
  /** Every term that was marked so far: render the explanations last. */
  marked(): TermId[];
}

export function openGlossary(t: Texts): Glossary {
  const marked = new Set<TermId>();
  return {
    marked: () => [...marked],
    inField(language) {
      const inThisField = new Set<TermId>();
      return (text) => {
        const terms = findTerms(text, language).filter(({ id }) => !inThisField.has(id));
        if (terms.length === 0) return text;
        let done = 0;
        const parts = terms.map(({ id, at, words }) => {
          marked.add(id);
          inThisField.add(id);
          const before = text.slice(done, at);
          const [lead, last] = splitLastWord(words);
          done = at + words.length;
          const [closing = ""] = /^[\p{Pe}\p{Pf}.,;:!?"']*/u.exec(text.slice(done)) ?? [];
          done += closing.length;
          return (
            <Fragment key={id}>
              {before}
              {lead && <span className="term">{lead}</span>}
              <span className="together">
                <span className="term">{last}</span>
                <button
                  type="button"
                  className="explain"
                  popoverTarget={popoverId(id)}
                  aria-label={t.glossary.open(words)}
                />
                {closing}
              </span>
            </Fragment>
          );
        });
        return (
          <>
            {parts}
            {text.slice(done)}
          </>
        );
      };
    },
  };
}

/** The mark stays in one line with the word before it and the punctuation behind it. */
function splitLastWord(words: string): [lead: string, last: string] {
  const space = words.lastIndexOf(" ") + 1;
  return [words.slice(0, space), words.slice(space)];
}

/** The explanations of what was marked before this is rendered. */
export function Explanations({ t, glossary }: { t: Texts; glossary: Glossary }) {
  return (
    <>
      {glossary.marked().map((id) => {
        const { name, text } = t.glossary.terms[id];
        return (
          <div key={id} id={popoverId(id)} popover="auto" className="explanation">
            <p>
              <dfn>{name}</dfn>
            </p>
            <p>{text}</p>
            <button type="button" popoverTarget={popoverId(id)} popoverTargetAction="hide">
              {t.glossary.close}
            </button>
          </div>
        );
      })}
    </>
  );
}

function popoverId(id: TermId): string {
  return `term-${id}`;
}
