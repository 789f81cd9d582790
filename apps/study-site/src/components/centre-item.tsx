// One study centre in a list: its name and place, its own recruiting status, how far it is, and the way to
// its team where it is one of ours.
import { countryCodeOf, countryIn } from "@studydesk/domain/country-name";
import { sayableDistance } from "@studydesk/domain/distance";
import { localeOf, type PublicLanguage } from "@studydesk/domain/public-language";
import type { StudyCentre } from "@studydesk/domain/studies/study-page";
import type { Texts } from "../texts/texts";
import { joinPlace } from "./join-place";

interface CentreItemProps {
  t: Texts;
  centre: StudyCentre;
  /** Leads to the form with this centre chosen in it; absent where there is no choice. */
  writeHref?: string | undefined;
  km?: number | "unknown";
}

export function CentreItem({ t, centre, writeHref, km }: CentreItemProps) {
  const takesMessages = centre.isOurs && centre.takesMessages;
  const status = centre.isOurs
    ? takesMessages && t.registry.statuses.RECRUITING
    : centre.registryStatus && t.registry.statuses[centre.registryStatus];
  const country = centre.country && countryIn(t.lang, centre.country);
  const place = joinPlace(t, [centre.city, centre.state, country]);
  return (
    <li>
      <span>
        <b>
          <bdi>{centre.name}</bdi>
        </b>
        {place && <span className="quiet place">{place}</span>}
      </span>
      <span className="centre-facts">
        {km !== undefined && (
          <span className="distance">
            {km === "unknown" ? t.centres.noDistance : distanceIn(t.lang, km, centre.country ?? "")}
          </span>
        )}
        {status && <span className={takesMessages ? "status open" : "status"}>{status}</span>}
        {writeHref && (
          <a className="write" href={writeHref}>
            {t.centres.write}
          </a>
        )}
      </span>
    </li>
  );
}

/** Where roads are marked in miles, those first. */
function distanceIn(language: PublicLanguage, km: number, country: string): string {
  const format = (unit: "kilometer" | "mile", value: number) =>
    new Intl.NumberFormat(localeOf(language), { style: "unit", unit }).format(value);
  const metric = format("kilometer", sayableDistance(km, "km"));
  const inMiles = ["US", "GB"].includes(countryCodeOf(country) ?? "");
  return inMiles ? `${format("mile", sayableDistance(km, "mi"))} (${metric})` : metric;
}
