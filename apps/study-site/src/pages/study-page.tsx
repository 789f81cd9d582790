// A study's page: complete and readable without a script, with the way to its team beside it.
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { ContactForm } from "../components/contact-form";
import { CriteriaSection } from "../components/criteria-section";
import { Elsewhere } from "../components/elsewhere";
import { Faqs } from "../components/faqs";
import { formatRegistryDate } from "../components/format-registry-date";
import { Layout } from "../components/layout";
import { RegistryText } from "../components/registry-text";
import { StudyCentres } from "../components/study-centres";
import { StudyContacts } from "../components/study-contacts";
import { StudyFacts } from "../components/study-facts";
import { Tags } from "../components/tags";
import type { PageShell } from "../page-shell";
import type { StudyForm } from "../study-form";
import type { Texts } from "../texts/texts";

export function StudyPageView(props: {
  t: Texts;
  shell: PageShell;
  page: StudyPage;
  form: StudyForm;
}) {
  const { t, page, form } = props;
  const isOpen = page.recruitingSites.length > 0;
  const wrong = Object.keys(form.problems).length;
  const ours = page.centres.filter(({ isOurs }) => isOurs);
  return (
    <Layout
      t={t}
      shell={props.shell}
      title={wrong > 0 ? `${t.form.problemsTitle(wrong)}: ${page.title}` : page.title}
      description={page.summary?.replace(/\s+/g, " ").slice(0, 160)}
      brand={ours.length === 1 ? ours[0]?.name : undefined}
      hasScript
    >
      <div className="hero">
        <Tags t={t} page={page} />
        <h1>{page.title}</h1>
        <p className="quiet">
          {page.nctId}
          {page.lastUpdate &&
            ` · ${t.study.updated(formatRegistryDate(page.lastUpdate, t.frame.dateLocale))}`}
        </p>
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
        <article>
          <Overview t={t} page={page} />
          <CriteriaSection t={t} criteria={page.criteria} />
          <StudyFacts t={t} page={page} />
          <StudyCentres t={t} centres={page.centres} />
          <StudyContacts t={t} contacts={page.contacts} />
          <Faqs t={t} />
        </article>
        {isOpen && (
          <div className="side">
            <ContactForm t={t} page={page} form={form} />
          </div>
        )}
      </div>
    </Layout>
  );
}

function Overview({ t, page }: { t: Texts; page: StudyPage }) {
  if (!page.summary && !page.detailedDescription) return null;
  return (
    <section aria-labelledby="overview">
      <h2 id="overview">{t.study.overview}</h2>
      <p className="origin">{t.study.fromRegistry}</p>
      {page.summary && <RegistryText text={page.summary} />}
      {page.detailedDescription && page.detailedDescription !== page.summary && (
        <details>
          <summary>{t.study.more}</summary>
          <RegistryText text={page.detailedDescription} />
        </details>
      )}
    </section>
  );
}
