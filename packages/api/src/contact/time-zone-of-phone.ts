/// <reference lib="esnext.intl" />
// Where a person most likely is, for calling at a decent hour: the phone number's country when it has
// one time, else the site's zone.

/** Countries with one official time, although the zone database knows a second one. */
const officialZones: Readonly<Record<string, string>> = { CN: "Asia/Shanghai" };

/** IANA zone. `countryCode` is the phone number's, null when it is not known. */
export function timeZoneOfPhone(countryCode: string | null, siteTimeZone: string): string {
  if (countryCode === null) return siteTimeZone;
  const zones = zonesOf(countryCode);
  if (zones.includes(siteTimeZone)) return siteTimeZone;
  const [first, ...others] = zones;
  if (first === undefined) return siteTimeZone;
  const isOneTime = others.every((zone) => clocksOf(zone) === clocksOf(first));
  return isOneTime ? first : siteTimeZone;
}

function zonesOf(countryCode: string): string[] {
  const official = officialZones[countryCode];
  if (official) return [official];
  return new Intl.Locale(`und-${countryCode}`).getTimeZones() ?? [];
}

/** The zone's time in winter and in summer: equal for two zones, they are one for our purpose. */
function clocksOf(timeZone: string): string {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return [new Date("2026-01-15T12:00:00Z"), new Date("2026-07-15T12:00:00Z")]
    .map((at) => clock.format(at))
    .join();
}
