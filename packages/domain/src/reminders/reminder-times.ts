// When follow-ups are reminded of by mail: at each quarter of the hour, those that fell due since, as one
// mail. What fell due long ago while nothing ran stands on the desk anyway.

const quarterMs = 15 * 60_000;
const keptMs = 3 * 24 * 3_600_000;

/** Due after `from`, until `until` (ISO-8601 UTC, both): what a round reminds of. */
export function reminderWindow(now: Date): { from: string; until: string } {
  const until = Math.floor(now.getTime() / quarterMs) * quarterMs;
  return {
    from: new Date(until - keptMs).toISOString(),
    until: new Date(until).toISOString(),
  };
}

/** Whom a reminder goes to: the owner while they work there, else the coordinators, else the admins. */
export function remindedPeople(
  ownerId: string | null,
  team: readonly { userId: string; roles: readonly string[] }[],
): string[] {
  if (ownerId !== null && team.some(({ userId }) => userId === ownerId)) return [ownerId];
  const holders = (role: string) =>
    team.filter(({ roles }) => roles.includes(role)).map(({ userId }) => userId);
  const coordinators = holders("coordinator");
  return coordinators.length > 0 ? coordinators : holders("admin");
}
