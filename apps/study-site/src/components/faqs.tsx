// Common questions; they open without a script.
import type { Texts } from "../texts/texts";

export function Faqs({ t }: { t: Texts }) {
  return (
    <section aria-labelledby="faqs">
      <h2 id="faqs">{t.study.faqs}</h2>
      <p className="quiet small">{t.study.faqHint}</p>
      {t.faqs.map(({ question, answer }) => (
        <details key={question} className="faq">
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
    </section>
  );
}
