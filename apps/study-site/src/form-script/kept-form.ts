// What is kept of a form on the device: the draft until it is sent, and the very message that waits for a
// connection. Seven days at most; where the device keeps nothing, the form works without.

/** One sending: the same message goes out under the same key, however often it is tried. */
export interface Tried {
  key: string;
  body: string;
}

export interface KeptForm {
  /** Unix milliseconds of the last change. */
  changedAt: number;
  /** What was typed, without the consent: that is given anew each time. */
  fields: Record<string, string>;
  /** The last sending, when there was one. */
  tried?: Tried;
  isWaiting: boolean;
}

const longestMs = 7 * 24 * 3_600_000;

function keyOf(form: HTMLFormElement): string {
  return `studydesk-form-${form.dataset.study}`;
}

export function hasKept(form: HTMLFormElement): boolean {
  return read(form) !== null;
}

/** Undefined: nothing. `expired`: it was older than seven days and is removed. */
export function findKept(form: HTMLFormElement): KeptForm | "expired" | undefined {
  const text = read(form);
  if (text === null) return undefined;
  try {
    const kept: KeptForm = JSON.parse(text);
    if (Date.now() - kept.changedAt < longestMs) return kept;
    removeKept(form);
    return kept.isWaiting ? "expired" : undefined;
  } catch {
    removeKept(form);
    return undefined;
  }
}

export function saveKept(form: HTMLFormElement, kept: KeptForm): void {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(kept));
  } catch {
    // Full, or forbidden: what is typed lives as long as the page.
  }
}

export function removeKept(form: HTMLFormElement): void {
  try {
    localStorage.removeItem(keyOf(form));
  } catch {
    // Nothing can be there.
  }
}

function read(form: HTMLFormElement): string | null {
  try {
    return localStorage.getItem(keyOf(form));
  } catch {
    return null;
  }
}
