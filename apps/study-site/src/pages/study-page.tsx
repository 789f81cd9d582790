// A study's page: complete and readable without a script, with the way to its team beside it.

import { pathIn } from "@studydesk/domain/public-language";
import type { CentreSearch } from "@studydesk/domain/studies/centre-search";
import { resolveEscapes } from "@studydesk/domain/studies/criteria-text";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { languageOfField } from "@studydesk/domain/studies/study-texts";
import { AfterWriting } from "../components/after-writing";
import { ContactForm } from "../components/contact-form";
import { CriteriaSection } from "../components/criteria-section";
import { Elsewhere } from "../components/elsewhere";
import { Faqs } from "../components/faqs";
import { formatRegistryDate } from "../components/format-registry-date";
import { languageMark } from "../components/in-english";
import { Layout } from "../components/layout";
import { Overview } from "../components/overview";
import { PausedSite } from "../components/paused-site";
import { StudyCentres } from "../components/study-centres";
import { StudyContacts } from "../components/study-contacts";
import { StudyFacts } from "../components/study-facts";
import { StudyHead } from "../components/study-head";
import { Tags } from "../components/tags";
import { describeStudy } from "../describe-study";
import { Explanations, openGlossary } from "../glossary/glossary";
import type { PageShell } from "../page-shell";
import type { StudyForm } from "../study-form";
import type { Texts } from "../texts/texts";

export interface StudyPageProps {
  t: Texts;
  shell: PageShell;
  page: StudyPage;
  form: StudyForm;
  /** When somebody asked for the nearest study centre. */
  search?: CentreSearch | undefined;
}

export function StudyPageView({ t, shell, page, form, search }: StudyPageProps) {
  const isOpen = page.recruitingSites.length > 0;
  const wrong = Object.keys(form.problems).length;
  const ours = page.centres.filter(({ isOurs }) => isOurs);
  const title = resolveEscapes(page.title);
  const glossary = openGlossary(t);
  const address = shell.baseUrl + pathIn(shell.language, shell.path);
  return (
    <Layout
      t={t}
      shell={shell}
      title={wrong > 0 ? `${t.form.problemsTitle(wrong)}: ${title}` : title}
      description={describeStudy(page)}
      brand={ours.length === 1 ? ours[0]?.name : undefined}
      hasScript
      head={<StudyHead t={t} shell={shell} page={page} />}
    >
      <div className="hero">
        <Tags t={t} page={page} />
        <h1 data-anchor-field="title" {...languageMark(t, languageOfField(page, "title", t.lang))}>
          {title}
        </h1>
        <p className="quiet">
          {page.nctId}
          {page.lastUpdate &&
            ` · ${t.study.updated(formatRegistryDate(page.lastUpdate, t.frame.dateLocale))}`}
        </p>
        <p className="on-paper">{t.study.onPaper(address)}</p>
        {isOpen && (
          <a className="button jump" href="#ask">
            {t.study.askJump}
          </a>
        )}
      </div>
      <div className="beside">
        {!isOpen && (
          <div className="side">
            <Elsewhere t={t} page={page} form={form} />
          </div>
        )}
        <article data-anchor-revision={page.lastUpdate}>
          <Overview t={t} page={page} glossary={glossary} />
          <p className="note-invitation quiet small">{t.frame.noteInvitation}</p>
          <CriteriaSection
            t={t}
            glossary={glossary}
            criteria={page.criteria}
            isOpen={isOpen}
            areWordedHere={page.wordedHere.includes("criteria")}
          />
          <StudyFacts t={t} page={page} glossary={glossary} />
          <StudyCentres t={t} page={page} search={search} />
          <AfterWriting t={t} sites={page.recruitingSites} />
          <StudyContacts t={t} contacts={page.contacts} />
          <Faqs t={t} page={page} />
          {isOpen && (
            <p className="alert-link">
              <a href={pathIn(t.lang, `/alerts?study=${page.nctId}`)}>{t.alerts.link}</a>
            </p>
          )}
        </article>
        {isOpen && (
          <div className="side">
            {form.pausedSite && <PausedSite t={t} site={form.pausedSite} />}
            <ContactForm t={t} page={page} form={form} />
          </div>
        )}
      </div>
      <Explanations t={t} glossary={glossary} />
    </Layout>
  );
}
