// Instead of a form: what the study's status means, and where else to look.
import { pathIn } from "@studydesk/domain/public-language";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import type { StudyForm } from "../study-form";
import type { Texts } from "../texts/texts";
import { noticeId } from "./form-notice";

export function Elsewhere({ t, page, form }: { t: Texts; page: StudyPage; form: StudyForm }) {
  const { elsewhere } = t;
  const [condition] = page.conditions;
  const stopped = form.refusal?.kind === "stopped";
  return (
    <section className="card" data-answer="" aria-labelledby="elsewhere">
      {stopped && (
        <div className="notice" id={noticeId} role="alert" tabIndex={-1}>
          <p>{elsewhere.justStopped}</p>
        </div>
      )}
      <h2 id="elsewhere">{elsewhere.title}</h2>
      <p>
        {isRecruitingStatus(page.overallStatus)
          ? elsewhere.noSite
          : elsewhere.statusMeanings[page.overallStatus]}
      </p>
      {page.lastKnownStatus && (
        <p>{elsewhere.lastKnown(t.registry.statuses[page.lastKnownStatus])}</p>
      )}
      {page.whyStopped && <p>{elsewhere.whyStopped(page.whyStopped)}</p>}
      <h3>{elsewhere.look}</h3>
      <ul>
        <li>
          <a href={pathIn(t.lang, `/alerts?study=${page.nctId}`)}>{t.alerts.link}</a>
        </li>
        <li>
          <a href={pathIn(t.lang, "/studies")}>{elsewhere.ourStudies}</a>
        </li>
        {condition && (
          <li>
            <a href={registrySearch(condition)} rel="noreferrer">
              {elsewhere.search(condition)}
            </a>
          </li>
        )}
        {page.contacts.length > 0 && (
          <li>
            <a href="#contact">{elsewhere.askContact}</a>
          </li>
        )}
      </ul>
      <p className="quiet">{elsewhere.talk}</p>
      {stopped && form.typed.message !== "" && (
        <>
          <p>{elsewhere.yourMessage}</p>
          <blockquote dir="auto">{form.typed.message}</blockquote>
        </>
      )}
    </section>
  );
}

/** The public registry's own search, for studies that recruit. */
function registrySearch(condition: string): string {
  const search = new URLSearchParams({ cond: condition, aggFilters: "status:rec" });
  return `https://clinicaltrials.gov/search?${search}`;
}
