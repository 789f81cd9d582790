// Whom the registry names for questions about the study.
import type { StudyContact } from "@studydesk/domain/studies/imported-study";
import type { Texts } from "../texts/texts";

export function StudyContacts({ t, contacts }: { t: Texts; contacts: StudyContact[] }) {
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{t.study.contact}</h2>
      <p className="quiet small">{t.study.contactHint}</p>
      <ul className="contacts">
        {contacts.map(({ name, phone, email }, index) => (
          <li key={`${index}-${name}`}>
            <bdi>{name}</bdi>
            {phone && (
              <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                <bdi dir="ltr">{phone}</bdi>
              </a>
            )}
            {email && (
              <a href={`mailto:${encodeURIComponent(email)}`}>
                <bdi dir="ltr">{email}</bdi>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
