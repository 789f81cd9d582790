// The quick choices for "when again": mornings by the clock of the site.
import { atLocal, localParts } from "@studydesk/domain/leads/local-day";

export interface FollowUpChoice {
  readonly label: string;
  readonly at: Date;
}

/** In this browser's zone unless another one is said. */
export function followUpChoices(now: Date, timeZone?: string): FollowUpChoice[] {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    { label: "In an hour", at: new Date(now.getTime() + 3_600_000) },
    { label: "Tomorrow", at: morningIn(1, now, zone) },
    { label: "In 3 days", at: morningIn(3, now, zone) },
    { label: "Next week", at: morningIn(7, now, zone) },
  ];
}

function morningIn(days: number, now: Date, timeZone: string): Date {
  const { year, month, day } = localParts(timeZone, now);
  return atLocal(timeZone, { year, month, day: day + days, hour: 10, minute: 0 });
}

/** For an `<input type="datetime-local">`: the desk's own wall clock, to the minute. */
export function toWallClock(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Undefined for what is no time (a half-typed one). */
export function fromWallClock(text: string): Date | undefined {
  // Date itself would read a month out of "2026-11-".
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
