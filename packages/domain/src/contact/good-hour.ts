// Which of several people to call at this hour: whoever wished for it first, then those who said nothing,
// then those who wished for another part of their day.
import type { ContactHours } from "./contact-preference";
import { localTime } from "./quiet-hours";

/** Hours of the person's own day, from and to. */
const partsOfDay: Readonly<Partial<Record<ContactHours, readonly [from: number, to: number]>>> = {
  morning: [8, 12],
  afternoon: [12, 17],
  evening: [17, 21],
};

export type HourFit = "good" | "any" | "bad";

export function hourFit(
  lead: { readonly contactHours: ContactHours | null; readonly timeZone: string },
  now: Date,
): HourFit {
  const wished = lead.contactHours ? partsOfDay[lead.contactHours] : undefined;
  if (!wished) return "any";
  const { hour } = localTime(lead.timeZone, now);
  return hour >= wished[0] && hour < wished[1] ? "good" : "bad";
}

/** The hour at which the wished part of the day begins; undefined where any will do. */
export function startOfHours(hours: ContactHours): number | undefined {
  return partsOfDay[hours]?.[0];
}
