// How often a password may be wrong when somebody signs: an open screen that was stolen must be no place
// to guess at.

export const wrongPasswordsBeforeLock = 3;
export const lockMinutes = 30;
/** Beyond these the lock lasts for the rest of the day, counted from the first. */
export const wrongPasswordsADay = 9;

export function wrongPasswordSentence(triesLeft: number): string {
  const left = triesLeft === 1 ? "one more try" : `${triesLeft} more tries`;
  return `This password is not right. Nothing was signed; you have ${left} before signing is locked for ${lockMinutes} minutes.`;
}
