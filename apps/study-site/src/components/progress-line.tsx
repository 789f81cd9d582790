// How far a request has come, drawn as a line of steps: what is done and when, what is waited for and
// since when, what comes after. It says nothing by colour alone.
import type { Progress, ProgressStep } from "@studydesk/domain/status-page/progress";
import type { StatusPage } from "@studydesk/domain/status-page/status-page";
import { visitLengthWords, visitTimeWords } from "@studydesk/domain/visits/visit-words";
import type { ReactNode } from "react";
import { gapIn } from "../texts/gap-in";
import type { Texts } from "../texts/texts";
import { Moment, momentWords } from "./moment";

interface Props {
  t: Texts;
  page: StatusPage;
}

export function ProgressLine({ t, page }: Props) {
  const { done, now, ahead, end } = page.progress;
  const words = t.status.progress;
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{words.title}</h2>
      <ol className="progress">
        {done.map(({ step, at }) => (
          <Step key={step} t={t} step={step} state="done">
            {at && (
              <p className="quiet small">
                <Moment language={t.lang} timeZone={page.timeZone} at={at} />
              </p>
            )}
          </Step>
        ))}
        {now && (
          <Step t={t} step={now} state="now">
            {now === "visit" ? <Visit t={t} page={page} /> : <p>{words.what[now]}</p>}
            <Waiting t={t} page={page} />
          </Step>
        )}
        {ahead.map((step) => (
          <Step key={step} t={t} step={step} state="ahead">
            <p className="quiet small">{words.what[step]}</p>
          </Step>
        ))}
        {end && <End t={t} page={page} end={end} />}
      </ol>
      <p className="quiet small">{words.times(page.site.city)}</p>
    </section>
  );
}

/** When and where, by the clock of the study centre; and what a first visit is, until the person has signed. */
function Visit({ t, page }: Props) {
  const words = t.status.progress;
  const { visit, timeZone, progress } = page;
  return (
    <>
      {visit ? (
        <p className="visit">
          <strong>
            {words.visitAt(
              visitTimeWords(t.lang, visit.startsAt, timeZone),
              visitLengthWords(t.lang, visit.minutes),
            )}
          </strong>
          {visit.place && (
            <>
              <br />
              {words.place(visit.place)}
            </>
          )}
        </p>
      ) : (
        <p>{words.noVisit}</p>
      )}
      <p>{progress.hasConsented ? words.consented : words.what.visit}</p>
    </>
  );
}

function Step(props: {
  t: Texts;
  step: ProgressStep;
  state: "done" | "now" | "ahead";
  children: ReactNode;
}) {
  const { steps, states } = props.t.status.progress;
  return (
    <li data-state={props.state} {...(props.state === "now" ? { "aria-current": "step" } : {})}>
      <h3>
        {steps[props.step]}
        <span className="unseen">: </span>
        <span className="state">{states[props.state]}</span>
      </h3>
      {props.children}
    </li>
  );
}

function Waiting({ t, page }: Props) {
  const { waiting } = page.progress;
  if (!waiting) return null;
  const words = t.status.progress;
  const moment = (at: string) => momentWords({ language: t.lang, timeZone: page.timeZone, at });
  return (
    <>
      <p>
        {words.waiting(moment(waiting.since))}
        {gapIn(t.lang)}
        {words.aim(page.site.promiseHours)}
      </p>
      {waiting.lastTriedAt && <p>{words.tried(moment(waiting.lastTriedAt))}</p>}
      {waiting.isLate && <p className="late">{words.late}</p>}
    </>
  );
}

function End({ t, page, end }: Props & { end: NonNullable<Progress["end"]> }) {
  const { title, text } = t.status.progress.ends[end.how];
  return (
    <li data-state="end">
      <h3>{title}</h3>
      <p className="quiet small">
        <Moment language={t.lang} timeZone={page.timeZone} at={end.at} />
      </p>
      <p>{text}</p>
    </li>
  );
}
