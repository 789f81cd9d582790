// Around the private link: asking for it again (the answer is the same for everybody), a link that does
// not work, and the last page of all, after somebody was erased.
import { pathIn } from "@studydesk/domain/public-language";
import type { ReactNode } from "react";
import { NarrowPage, type PageParts } from "../components/narrow-page";

/** What was typed where an address was expected. */
export interface AskedFor {
  typed: string;
  isWrong: boolean;
}

export function AskLinkPageView({ t, shell, asked }: PageParts & { asked: AskedFor }) {
  const words = t.status.ask;
  return (
    <Plain t={t} shell={shell} title={words.title}>
      <p>{words.text}</p>
      <form method="post" action={pathIn(t.lang, "/status")} className="ask">
        <div className={asked.isWrong ? "field has-problem" : "field"}>
          <label htmlFor="email">{words.email}</label>
          <p className="hint" id="email-hint">
            {words.hint}
          </p>
          {asked.isWrong && (
            <p className="wrong" id="email-problem" role="alert">
              {words.problem}
            </p>
          )}
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={asked.typed}
            dir="auto"
            required
            spellCheck={false}
            aria-describedby={asked.isWrong ? "email-hint email-problem" : "email-hint"}
            {...(asked.isWrong ? { "aria-invalid": true } : {})}
          />
        </div>
        <button className="button plain" type="submit">
          {words.button}
        </button>
      </form>
      <p className="quiet small">{words.same}</p>
    </Plain>
  );
}

export function AskedLinkPageView({ t, shell }: PageParts) {
  const words = t.status.ask;
  return (
    <Plain t={t} shell={shell} title={words.askedTitle}>
      <p>{words.asked}</p>
      <p className="quiet small">{words.same}</p>
    </Plain>
  );
}

export function UnknownLinkPageView({ t, shell }: PageParts) {
  const words = t.status.unknown;
  return (
    <Plain t={t} shell={shell} title={words.title}>
      <p>{words.text}</p>
      <p>
        <a href={pathIn(t.lang, "/status")}>{t.status.ask.button}</a>
      </p>
    </Plain>
  );
}

export function WaitPageView({ t, shell, seconds }: PageParts & { seconds: number }) {
  const words = t.status.tooMany;
  return (
    <Plain t={t} shell={shell} title={words.title}>
      <p>{words.text(Math.ceil(seconds / 60))}</p>
    </Plain>
  );
}

export function ErasedPageView({ t, shell }: PageParts) {
  const words = t.status.erased;
  return (
    <Plain t={t} shell={shell} title={words.title}>
      <p>{words.text}</p>
      <p>{words.thanks}</p>
    </Plain>
  );
}

function Plain(props: PageParts & { title: string; children: ReactNode }) {
  return <NarrowPage {...props} className="hero narrow own" />;
}
