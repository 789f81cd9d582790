// How much two telephone numbers are alike: the same in any writing, or one digit mistaken, or two side
// by side exchanged.

export type PhoneLikeness = "same" | "like" | "different";

export interface PersonPhone {
  /** E.164 where the number could be understood. */
  readonly phone: string | null;
  readonly phoneTyped: string;
}

/** Fewer digits are half the world's extension. */
const fewestDigits = 7;

export function phoneLikeness(one: PersonPhone, other: PersonPhone): PhoneLikeness {
  if (one.phone !== null && one.phone === other.phone) return "same";
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (Math.min(a.length, b.length) < fewestDigits) return "different";
  if (one.phone !== null && other.phone !== null) return isSlip(a, b) ? "like" : "different";
  // Of a number that was not understood nobody knows how much of the front was left out.
  return a.endsWith(b) || b.endsWith(a) ? "same" : "different";
}

/** Without the zeros that lead to a place or out of a country. */
export function digitsOf({ phone, phoneTyped }: PersonPhone): string {
  return (phone ?? phoneTyped.replace(/\(0+\)/g, "")).replace(/\D/g, "").replace(/^0+/, "");
}

function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const apart = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first, second] = apart;
  if (first === undefined) return false;
  if (apart.length === 1) return true;
  return (
    apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
  );
}

/** Every number that is a slip away, the country's own digits left alone: what a search asks for. */
export function phonesLike(phone: string): string[] {
  const found = new Set<string>();
  for (let index = Math.max(3, phone.length - 10); index < phone.length; index += 1) {
    const [before, digit, after] = [phone.slice(0, index), phone[index], phone.slice(index + 1)];
    for (const other of "0123456789") found.add(before + other + after);
    const next = after[0];
    if (next !== undefined) found.add(before + next + digit + after.slice(1));
  }
  found.delete(phone);
  return [...found];
}
