// Common questions; they open without a script. The study team's own stand in place of the general ones.
import { defaultFaqs } from "@studydesk/domain/studies/default-faqs";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import type { Texts } from "../texts/texts";

export function Faqs({ t, page }: { t: Texts; page: StudyPage }) {
  const own = page.faqs;
  if (own?.length === 0) return null;
  return (
    <section aria-labelledby="faqs">
      <h2 id="faqs">{t.study.faqs}</h2>
      <p className="quiet small">{own ? t.study.ownFaqHint : t.study.faqHint}</p>
      {(own ?? defaultFaqs[t.lang]).map(({ question, answer }) => (
        <details key={question} className="faq">
          <summary>{question}</summary>
          {answer.split(/\n+/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </details>
      ))}
    </section>
  );
}
