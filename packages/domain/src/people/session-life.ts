// How long one is signed in: twelve hours, whatever happens in between, and no longer than four in which nobody
// asked for anything in this browser. Decisions 011 and 054 say why.
export const sessionHours = 12;
export const idleHours = 4;

/** On what a screen asks by itself while nobody is at it, so that it keeps no session alive. */
export const unattendedHeader = "x-studydesk-unattended";

/**
 * Written down every five minutes at the most, so that it may be over as much sooner. A session that asked for nothing
 * since then is over.
 */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleHours * 3_600_000);
}
