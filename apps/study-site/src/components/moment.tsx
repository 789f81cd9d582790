// A moment in the reader's language, by the clock of the study centre.
import { localeOf, type PublicLanguage } from "@studydesk/domain/public-language";

interface At {
  language: PublicLanguage;
  /** IANA zone. */
  timeZone: string;
  /** ISO-8601 UTC. */
  at: string;
}

export function Moment(props: At) {
  return <time dateTime={props.at}>{momentWords(props)}</time>;
}

/** "1 September 2026 at 14:05" */
export function momentWords({ language, timeZone, at }: At): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  }).format(new Date(at));
}
