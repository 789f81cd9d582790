// Where the study happens. Centres that this installation serves come first and speak for themselves;
// the others stand as the registry lists them.
import type { StudyCentre } from "@studydesk/domain/studies/study-page";
import type { Texts } from "../texts/texts";

const mostShown = 10;

export function StudyCentres({ t, centres }: { t: Texts; centres: StudyCentre[] }) {
  if (centres.length === 0) return null;
  const further = centres.slice(mostShown);
  return (
    <section aria-labelledby="centres">
      <h2 id="centres">{t.study.centres}</h2>
      <CentreList t={t} centres={centres.slice(0, mostShown)} />
      {further.length > 0 && (
        <details>
          <summary>{t.study.moreCentres(further.length)}</summary>
          <CentreList t={t} centres={further} />
        </details>
      )}
    </section>
  );
}

function CentreList({ t, centres }: { t: Texts; centres: StudyCentre[] }) {
  return (
    <ul className="centres">
      {centres.map((centre, index) => {
        const status = centre.isOurs
          ? t.study.recruiting[centre.recruiting]
          : centre.registryStatus && t.registry.statuses[centre.registryStatus];
        const isOpen = centre.isOurs && centre.recruiting === "recruiting";
        const place = [centre.city, centre.state, centre.country].filter(Boolean).join(", ");
        return (
          <li key={`${index}-${centre.name}`}>
            <span>
              <b>
                <bdi>{centre.name}</bdi>
              </b>
              {place && <span className="quiet place">{place}</span>}
            </span>
            {status && <span className={isOpen ? "status open" : "status"}>{status}</span>}
          </li>
        );
      })}
    </ul>
  );
}
