// A visit, to the person: that it was agreed on, changed or called off, or is soon. When and where by the
// site's clock, and who answers.
import { isolate } from "@studydesk/domain/isolate";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import {
  visitDayWords,
  visitLengthWords,
  visitTimeWords,
} from "@studydesk/domain/visits/visit-words";
import type { MailTemplate } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { MailButton, type MailFact, MailFacts, MailLayout } from "./mail-layout";

export type VisitNews = "planned" | "moved" | "cancelled" | "reminder";

export interface VisitMailProps {
  language: PublicLanguage;
  news: VisitNews;
  firstName: string;
  siteName: string;
  siteCity: string;
  /** IANA zone of the site. */
  timeZone: string;
  startsAt: string;
  minutes: number;
  place: string | null;
  /** Who answers. */
  coordinatorName: string;
  /** The person's own page. */
  statusUrl: string;
}

export function visitMail(props: VisitMailProps): MailTemplate {
  const { language, news, siteName, startsAt, timeZone, place } = props;
  const t = mailTexts[language].visit;
  const title = t[news].title(siteName);
  const isOff = news === "cancelled";
  const facts: MailFact[] = [
    [t.facts.when, visitTimeWords(language, startsAt, timeZone)],
    ...(isOff
      ? []
      : [[t.facts.length, t.about(visitLengthWords(language, props.minutes))] satisfies MailFact]),
    ...(isOff || !place ? [] : [[t.facts.where, place] satisfies MailFact]),
  ];
  const hello = t.hello(props.firstName);
  const answer = t.answer(props.coordinatorName);
  const clock = t.clock(props.siteCity);
  const file = {
    planned: t.calendar,
    moved: t.calendar,
    cancelled: t.calendarEnds,
    reminder: null,
  };
  const along = file[news];
  const footer = t.footer(siteName);
  return {
    subject: t[news].subject(siteName, visitDayWords(language, startsAt, timeZone)),
    text: [
      hello,
      t[news].what,
      facts.map(([name, value]) => `${name}${t.colon}${isolate(language, value)}`).join("\n"),
      clock,
      ...(along ? [along] : []),
      answer,
      `${t.ownPage}\n${props.statusUrl}`,
      `--\n${footer}`,
    ],
    html: (
      <MailLayout language={language} title={title} footer={footer}>
        <p>{hello}</p>
        <p>{t[news].what}</p>
        <MailFacts facts={facts} />
        <p>{clock}</p>
        {along ? <p>{along}</p> : null}
        <p>{answer}</p>
        <p>{t.ownPage}</p>
        <MailButton href={props.statusUrl}>{t.openOwnPage}</MailButton>
      </MailLayout>
    ),
  };
}
