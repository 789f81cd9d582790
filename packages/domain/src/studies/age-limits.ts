// Whether somebody born in a year can be of an age that a study takes. Only the year is known: as long as
// one birthday in it would fit, nobody is turned away.
import type { AgeUnit, StudyAge } from "./imported-study";

export interface AgeLimits {
  minimumAge?: StudyAge;
  maximumAge?: StudyAge;
}

export function hasAgeLimits({ minimumAge, maximumAge }: AgeLimits): boolean {
  return minimumAge !== undefined || maximumAge !== undefined;
}

/** True when no birthday of that year fits today. */
export function isOutsideAges(limits: AgeLimits, birthYear: number, today: Date): boolean {
  const { minimumAge, maximumAge } = limits;
  const eldest = Date.UTC(birthYear, 0, 1);
  const youngest = Date.UTC(birthYear, 11, 31);
  const isTooYoung = minimumAge !== undefined && reaches(eldest, minimumAge) > today.getTime();
  // "Up to 80 years" ends with the 81st birthday.
  const isTooOld =
    maximumAge !== undefined &&
    reaches(youngest, { ...maximumAge, value: maximumAge.value + 1 }) <= today.getTime();
  return isTooYoung || isTooOld;
}

const hoursOf: Readonly<Record<Exclude<AgeUnit, "years" | "months">, number>> = {
  weeks: 7 * 24,
  days: 24,
  hours: 1,
  minutes: 1 / 60,
};

/** When somebody born then is that old, in Unix milliseconds. */
function reaches(born: number, { value, unit }: StudyAge): number {
  if (unit !== "years" && unit !== "months") return born + value * hoursOf[unit] * 3_600_000;
  const months = unit === "years" ? value * 12 : value;
  const birthday = new Date(born);
  return birthday.setUTCMonth(birthday.getUTCMonth() + months);
}
