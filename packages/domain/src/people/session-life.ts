// How long one is signed in: twelve hours, whatever happens in between, and no longer than four in which this
// browser asked for nothing. Decisions 011 and 054 say why.
export const sessionHours = 12;
export const idleHours = 4;

/** Written down every five minutes at the most, so that it may be over as much sooner. A session that asked for nothing since then is over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleHours * 3_600_000);
}
