// A mark in this browser of how many notes a study has here, so that the page knows without opening the
// notes' database whether there is anything to bring.

export interface NotesFlag {
  count: number;
  hasDraft: boolean;
}

const none: NotesFlag = { count: 0, hasDraft: false };

/** The study of this page's address, by its registry number. */
export function studyOfPage(): string | undefined {
  return /\/studies\/(NCT\d{8})(?:\/|$)/.exec(location.pathname)?.[1];
}

export function readNotesFlag(study: string): NotesFlag {
  try {
    const [count = 0, draft] = (localStorage.getItem(keyOf(study)) ?? "").split(" ");
    return { count: Number(count) || 0, hasDraft: draft === "draft" };
  } catch {
    return none;
  }
}

export function writeNotesFlag(study: string, { count, hasDraft }: NotesFlag): void {
  try {
    if (count === 0 && !hasDraft) localStorage.removeItem(keyOf(study));
    else localStorage.setItem(keyOf(study), hasDraft ? `${count} draft` : `${count}`);
  } catch {
    // The notes are looked for when they are asked for.
  }
}

/** Of every study: there is nothing left on this device. */
export function clearNotesFlags(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing can be there.
  }
}

const prefix = "studydesk-notes-";

function keyOf(study: string): string {
  return prefix + study;
}
