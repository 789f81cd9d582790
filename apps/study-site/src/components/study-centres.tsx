// Where the study happens: each centre with its own recruiting status. By country where there are many,
// and by distance for whoever asks for the nearest.
import { countryIn } from "@studydesk/domain/country-name";
import { pathIn } from "@studydesk/domain/public-language";
import type { CentreSearch } from "@studydesk/domain/studies/centre-search";
import type { StudyCentre, StudyPage } from "@studydesk/domain/studies/study-page";
import type { Texts } from "../texts/texts";
import { CentreFinder } from "./centre-finder";
import { CentreItem } from "./centre-item";

const mostShown = 10;

interface CentresProps {
  t: Texts;
  page: StudyPage;
  search?: CentreSearch | undefined;
}

export function StudyCentres({ t, page, search }: CentresProps) {
  const { centres } = page;
  if (centres.length === 0) return null;
  return (
    <section id="centres" className="centres-part" aria-labelledby="centres-title">
      <h2 id="centres-title" tabIndex={-1}>
        {t.study.centres}
      </h2>
      {centres.length > 1 && <CentreFinder t={t} nctId={page.nctId} search={search} />}
      {search?.nearest ? (
        <Nearest t={t} page={page} nearest={search.nearest} />
      ) : (
        <AllCentres t={t} page={page} />
      )}
    </section>
  );
}

function Nearest(props: {
  t: Texts;
  page: StudyPage;
  nearest: NonNullable<CentreSearch["nearest"]>;
}) {
  const { t, page, nearest } = props;
  const list = (some: typeof nearest) => (
    <ol className="centres">
      {some.map(({ centre, km }, index) => (
        <CentreItem
          key={`${index}-${centre.name}`}
          t={t}
          centre={centre}
          writeHref={writeHref(t, page, centre)}
          km={km ?? "unknown"}
        />
      ))}
    </ol>
  );
  const further = nearest.slice(mostShown);
  return (
    <>
      {list(nearest.slice(0, mostShown))}
      {further.length > 0 && (
        <details>
          <summary>{t.study.moreCentres(further.length)}</summary>
          {list(further)}
        </details>
      )}
    </>
  );
}

function AllCentres({ t, page }: { t: Texts; page: StudyPage }) {
  const { centres } = page;
  const list = (some: StudyCentre[]) => (
    <ul className="centres">
      {some.map((centre, index) => (
        <CentreItem
          key={`${index}-${centre.name}`}
          t={t}
          centre={centre}
          writeHref={writeHref(t, page, centre)}
        />
      ))}
    </ul>
  );
  if (centres.length <= mostShown) return list(centres);
  const ours = centres.filter(({ isOurs }) => isOurs);
  const others = Map.groupBy(
    centres.filter(({ isOurs }) => !isOurs),
    ({ country = "" }) => country,
  );
  const byName = new Intl.Collator(t.lang);
  const countries = [...others]
    .map(([country, some]) => ({ name: countryIn(t.lang, country), some }))
    .sort((a, b) => byName.compare(a.name, b.name));
  return (
    <>
      {ours.length > 0 && list(ours)}
      {countries.map(({ name, some }) => (
        <details key={name} open={countries.length === 1 && ours.length === 0}>
          <summary>
            {name || t.centres.noCountry}{" "}
            <span className="quiet">{t.centres.inCountry(some.length)}</span>
          </summary>
          {list(some)}
        </details>
      ))}
    </>
  );
}

function writeHref(t: Texts, page: StudyPage, centre: StudyCentre): string | undefined {
  if (!centre.isOurs || !centre.takesMessages || page.recruitingSites.length < 2) return undefined;
  return `${pathIn(t.lang, `/studies/${page.nctId}`)}?site=${centre.siteId}#ask`;
}
