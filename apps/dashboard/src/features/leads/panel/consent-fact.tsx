// What the person agreed to: when, and the very words on demand.
import { declaredConsentLanguage } from "@studydesk/domain/leads/consent";
import { languageName } from "@studydesk/domain/leads/languages";
import { dateWords, exactWords } from "../../../lib/time-words";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import classes from "./lead-facts.module.css";

interface Props {
  consent: LeadView["consent"];
  withdrawnAt: string | null;
}

export function ConsentFact({ consent, withdrawnAt }: Props) {
  const now = useNow();
  if (!consent && withdrawnAt !== null) {
    return (
      <span className={classes.late}>
        Taken back by the person{" "}
        <time dateTime={withdrawnAt} title={exactWords(withdrawnAt)}>
          {dateWords(withdrawnAt, now)}
        </time>
        : do not call or write
      </span>
    );
  }
  if (!consent) {
    return <span className={classes.late}>None on file: do not call or write</span>;
  }
  const { givenAt, text, number, language } = consent;
  return (
    <details className={classes.consent}>
      <summary>
        To be contacted, given{" "}
        <time dateTime={givenAt} title={exactWords(givenAt)}>
          {dateWords(givenAt, now)}
        </time>
      </summary>
      <blockquote lang={language} dir="auto">
        {text}
      </blockquote>
      <p className={classes.quiet}>
        {language === declaredConsentLanguage
          ? `Declared with import ${number}`
          : `Version ${number} of the text, ${languageName(language)}`}
      </p>
    </details>
  );
}
