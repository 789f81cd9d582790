// The candidate on one page: who it is as far as an investigator needs it, what to look at first, all answers
// with their sources, the contact history, and what was decided before. The same on the screen and on paper.
import {
  contactChannelLabels,
  contactOutcomeLabels,
} from "@studydesk/domain/contact/contact-attempt";
import { fullName } from "@studydesk/domain/leads/full-name";
import { languageName } from "@studydesk/domain/leads/languages";
import type { ReactNode, Ref } from "react";
import { dayAndTimeWords } from "../../lib/time-words";
import { useNow } from "../../lib/use-now";
import { AnswerRows } from "./answer-rows";
import { AttachedNotes } from "./attached-notes";
import classes from "./candidate-sheet.module.css";
import { OvertakenNote } from "./overtaken-note";
import type { Candidate } from "./review-types";
import { ageWords, sortAnswers } from "./review-words";
import { DecisionList } from "./signature-line";

interface Props {
  candidate: Candidate;
  /** Labels of answers that changed since the page was opened. */
  changed?: ReadonlySet<string>;
  /** Stands above everything that is judged. */
  notice?: ReactNode;
  heading?: Ref<HTMLHeadingElement>;
  /** The queue is out of sight: nothing else is the page's title. */
  isTitle?: boolean;
}

/** More of them stand in two columns on paper, to keep to one sheet. */
const manyAnswers = 16;

export function CandidateSheet(props: Props) {
  const { candidate, changed, notice, heading, isTitle = false } = props;
  const now = useNow();
  const Name = isTitle ? "h1" : "h2";
  const Title = isTitle ? "h2" : "h3";
  const { page, reviews } = candidate;
  const { first, inclusion, exclusion } = sortAnswers(page.answers);
  const decided = reviews.filter(({ decision }) => decision !== null);
  const rows = (title: string, answers: typeof first, isFirst = false) =>
    answers.length === 0 ? null : (
      <section className={isFirst ? classes.first : undefined}>
        <Title className={classes.title}>{title}</Title>
        <AnswerRows answers={answers} {...(changed ? { changed } : {})} />
      </section>
    );
  return (
    <article className={classes.sheet} data-many={page.answers.length > manyAnswers}>
      <header>
        <Name ref={heading} tabIndex={-1} className={classes.name} dir="auto">
          {candidate.erasedAt === null ? fullName(page) : "Erased person"}
        </Name>
        <p className={classes.sub}>
          {[
            ...(page.birthYear === null ? [] : [ageWords(page.birthYear, now)]),
            ...(page.language ? [`speaks ${languageName(page.language)}`] : []),
            `lead ${page.leadId}`,
            `sent${page.sentBy ? ` by ${page.sentBy}` : ""} ${dayAndTimeWords(page.sentAt, now)}`,
            `criteria version ${page.criteriaVersion}`,
          ].join(" · ")}
        </p>
        <p className={classes.sub}>
          {page.studyTitle} ({page.nctId}) · {page.siteName}
        </p>
      </header>
      {notice}
      <OvertakenNote signature={candidate.signature} />
      {page.question ? (
        <section className={classes.question}>
          <Title className={classes.title}>Answered your question</Title>
          <p dir="auto">
            <b>{page.question.askedBy}:</b> {page.question.words}
          </p>
          <p dir="auto">
            {page.question.reply === null ? (
              <span className={classes.quiet}>Sent again without a written answer.</span>
            ) : (
              <>
                <b>{page.sentBy}:</b> {page.question.reply}
              </>
            )}
          </p>
        </section>
      ) : null}
      {rows("Look at these first", first, true)}
      {candidate.attachedNotes.length > 0 ? (
        <section>
          <Title className={classes.title}>Notes attached by the team</Title>
          <AttachedNotes notes={candidate.attachedNotes} />
        </section>
      ) : null}
      {rows("Inclusion", inclusion)}
      {rows("Exclusion", exclusion)}
      {page.answers.length === 0 ? (
        <p className={classes.none}>
          Nothing was asked of this person yet, so there is nothing to judge.
        </p>
      ) : null}
      <section>
        <Title className={classes.title}>Contact history</Title>
        {page.contacts.length === 0 ? <p className={classes.quiet}>None is logged.</p> : null}
        <ul className={classes.contacts}>
          {page.contacts.map((contact) => (
            <li key={contact.id} dir="auto">
              <time dateTime={contact.at}>{dayAndTimeWords(contact.at, now)}</time>{" "}
              {contactOutcomeLabels[contact.outcome]} ·{" "}
              {contactChannelLabels[contact.channel].toLowerCase()}
              {contact.byName ? ` · ${contact.byName}` : ""}
              {contact.note ? ` — ${contact.note}` : ""}
            </li>
          ))}
        </ul>
        {page.earlierContacts > 0 ? (
          <p className={classes.quiet}>and {page.earlierContacts} earlier</p>
        ) : null}
      </section>
      {decided.length > 0 ? (
        <section>
          <Title className={classes.title}>Decisions and signatures</Title>
          <DecisionList reviews={decided} />
        </section>
      ) : null}
    </article>
  );
}
