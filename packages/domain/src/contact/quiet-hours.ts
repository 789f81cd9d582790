// The hours at which nobody's telephone should ring, by the clock of the place where they live.

/**
 * Calls and text messages only between these hours where the person lives: what the United States ask of
 * telephone solicitation (47 CFR 64.1200(c)(1)).
 */
export const quietHours = { endsAt: 8, startsAt: 21 } as const;

/** The same moment by day; by night, nine in the morning that follows where they live. */
export function notAtNight(timeZone: string, at: Date): Date {
  const { hour } = localTime(timeZone, at);
  if (hour >= quietHours.endsAt && hour < quietHours.startsAt) return at;
  return endOfNight(timeZone, at, 9);
}

/** When the night that this moment lies in is over. */
export function endOfNight(timeZone: string, at: Date, endsAt: number): Date {
  const { hour, time } = localTime(timeZone, at);
  const minutes = hour * 60 + Number(time.slice(3));
  const dayMinutes = hour < quietHours.endsAt ? 0 : 24 * 60;
  return new Date(at.getTime() + (dayMinutes + endsAt * 60 - minutes) * 60_000);
}

/** The hour (0–23) and the time of day (`14:05`) in a zone. */
export function localTime(timeZone: string, now: Date): { hour: number; time: string } {
  const time = clockOf(timeZone).format(now);
  return { hour: Number(time.slice(0, 2)), time };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}
