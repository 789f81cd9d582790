// When a visit is, by the clock of the site where it takes place: "Tue 15 Sep, 10:30 – 11:30".
import { followUpWords } from "@studydesk/domain/contact/parse-follow-up";
import { localParts } from "@studydesk/domain/leads/local-day";

interface VisitTime {
  readonly startsAt: string;
  readonly minutes: number;
}

export function visitTimeWords(
  { startsAt, minutes }: VisitTime,
  { now, timeZone }: { now: Date; timeZone: string },
): string {
  const from = new Date(startsAt);
  return `${followUpWords(from, { now, timeZone })} – ${clockWords(endOf({ startsAt, minutes }), timeZone)}`;
}

/** "10:30 – 11:30". */
export function visitHoursWords(visit: VisitTime, timeZone: string): string {
  return `${clockWords(new Date(visit.startsAt), timeZone)} – ${clockWords(endOf(visit), timeZone)}`;
}

function endOf({ startsAt, minutes }: VisitTime): Date {
  return new Date(Date.parse(startsAt) + minutes * 60_000);
}

function clockWords(at: Date, timeZone: string): string {
  const { hour, minute } = localParts(timeZone, at);
  return `${hour}:${String(minute).padStart(2, "0")}`;
}
