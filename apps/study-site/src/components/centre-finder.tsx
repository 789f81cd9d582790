// The form that asks for the nearest study centre: a town, or the browser's own idea of where it is (that
// button needs the page's script, and is not there without one). It is posted, so that no place ends up in
// an address.
import { countryOfCode } from "@studydesk/domain/country-name";
import { pathIn } from "@studydesk/domain/public-language";
import type { CentreSearch, PlaceToShow } from "@studydesk/domain/studies/centre-search";
import { gapIn } from "../texts/gap-in";
import type { Texts } from "../texts/texts";
import { joinPlace } from "./join-place";

interface FinderProps {
  t: Texts;
  nctId: string;
  search?: CentreSearch | undefined;
}

export function CentreFinder({ t, nctId, search }: FinderProps) {
  const { centres } = t;
  const studyPath = pathIn(t.lang, `/studies/${nctId}`);
  const problem = search && problemOf(t, search);
  return (
    <form
      className="finder"
      method="post"
      action={`${studyPath}/centres#centres`}
      data-locating={centres.locating}
      data-refused={centres.locationRefused}
    >
      <label htmlFor="town">
        {centres.findTitle}
        <span className="hint" id="town-hint">
          {centres.town}. {centres.townHint}
        </span>
      </label>
      <div className="finder-row">
        <input
          id="town"
          name="town"
          type="text"
          autoComplete="address-level2"
          maxLength={100}
          defaultValue={search?.typed}
          aria-describedby={problem ? "town-hint town-problem" : "town-hint"}
          aria-invalid={problem ? true : undefined}
        />
        <button type="submit">{centres.sort}</button>
        <button type="button" className="locate">
          {centres.useLocation}
        </button>
      </div>
      <p className="finder-answer" role="status">
        {problem && (
          <span className="wrong" id="town-problem">
            {problem}
          </span>
        )}
        {search?.from && (
          <>
            {search.from === "device" ? centres.fromHere : centres.from(placeName(t, search.from))}
            {gapIn(t.lang)}
            {centres.asTheCrowFlies}
            {gapIn(t.lang)}
            <a href={`${studyPath}#centres`}>{centres.reset}</a>
          </>
        )}
        {search && !search.from && search.others.length > 0 && centres.which(search.typed)}
      </p>
      {search && search.others.length > 0 && <Others t={t} search={search} />}
      <p className="quiet hint">
        {centres.privacy}
        {gapIn(t.lang)}
        {centres.placeCredit}
      </p>
    </form>
  );
}

function Others({ t, search }: { t: Texts; search: CentreSearch }) {
  const buttons = (
    <ul className="places">
      {search.others.map((place) => (
        <li key={place.id}>
          <button type="submit" name="picked" value={place.id}>
            {placeName(t, place)}
          </button>
        </li>
      ))}
    </ul>
  );
  if (!search.from) return buttons;
  return (
    <details>
      <summary>{t.centres.another}</summary>
      {buttons}
    </details>
  );
}

function problemOf(t: Texts, { problem, typed }: CentreSearch): string | undefined {
  const { centres } = t;
  if (problem === "unknown") return centres.unknown(typed);
  if (problem === "empty") return centres.empty;
  if (problem === "too_many") return centres.tooMany;
  return problem === "failed" ? centres.failed : undefined;
}

/** "Springfield, IL, United States", "San José, near Alajuela, Costa Rica". */
function placeName(t: Texts, place: PlaceToShow): string {
  const { name, region, near, countryCode } = place;
  const parts = [name, region, near && t.centres.near(near), countryOfCode(t.lang, countryCode)];
  return joinPlace(t, parts);
}
