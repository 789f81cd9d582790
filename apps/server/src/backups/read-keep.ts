// How many backups stay, as it is written on a command line and in the environment.

export interface Keep {
  days: number;
  weeks: number;
  months: number;
}

export const defaultKeep: Keep = { days: 7, weeks: 4, months: 12 };

export const keepExample = "7/4/12";
export const keepProblem =
  "must be days/weeks/months to keep, each from 0 to 999, and one day at least";

/** `7/4/12`, or `7` for days alone; undefined: not understood. */
export function readKeep(text: string): Keep | undefined {
  if (!/^\d{1,3}(\/\d{1,3}){0,2}$/.test(text)) return undefined;
  const [days = 0, weeks = 0, months = 0] = text.split("/").map(Number);
  return days > 0 ? { days, weeks, months } : undefined;
}
