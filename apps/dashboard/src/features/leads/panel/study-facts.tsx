// Once the person consented to the study itself: when, on which form, and the number that the study knows them by.
import { dateWords } from "../../../lib/time-words";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import classes from "./lead-facts.module.css";
import { ScreeningNumberFact } from "./screening-number-fact";

export function StudyFacts({ lead }: { lead: LeadView }) {
  const now = useNow();
  const { studyConsentOn, consentFormVersion, enrolledAt } = lead.milestones;
  const canNumber = lead.abilities.setScreeningNumber || lead.screeningNumber !== null;
  if (studyConsentOn === null && !canNumber) return null;
  return (
    <section aria-labelledby="study-facts">
      <h2 id="study-facts" className={classes.title}>
        In the study
      </h2>
      <dl className={classes.facts}>
        {studyConsentOn === null ? null : (
          <>
            <dt>Consented</dt>
            <dd>
              <time dateTime={studyConsentOn}>{dayWords(studyConsentOn, now)}</time>{" "}
              <span className={classes.quiet}>· form {consentFormVersion}</span>
            </dd>
          </>
        )}
        <dt>Number</dt>
        <dd>
          <ScreeningNumberFact lead={lead} />
        </dd>
        {enrolledAt === null ? null : (
          <>
            <dt>Enrolled</dt>
            <dd>
              <time dateTime={enrolledAt}>{dateWords(enrolledAt, now)}</time>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** A day of the calendar, whatever the reader's zone. */
function dayWords(day: string, now: Date): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    ...(day.startsWith(String(now.getFullYear())) ? {} : { year: "numeric" }),
  }).format(new Date(`${day}T00:00:00.000Z`));
}
