// The life of an import: the closed list of its states, and what may be done in each.

export const importStates = [
  "uploaded",
  "checking",
  "checked",
  "importing",
  "done",
  "cancelled",
  "failed",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof importStates)[number];

/** Somebody may still change how the file is read. */
export const openImportStates: readonly ImportState[] = ["uploaded", "checking", "checked"];
/** The server is at it. */
export const workingImportStates: readonly ImportState[] = ["checking", "importing", "undoing"];
/** Nothing more is read from the file. */
export const endedImportStates: readonly ImportState[] = ["done", "cancelled", "failed"];

/** How long an import can be taken back, and how long files and rejected rows are kept. */
export const importKeptDays = 7;

export const importProblems = [
  "file_gone",
  "person_erased",
  "stopped",
  "waited_too_long",
  "study_site_gone",
  "too_many_rows",
  "role_gone",
] as const;
export type ImportProblem = (typeof importProblems)[number];

export const importProblemSentences: Readonly<Record<ImportProblem, string>> = {
  file_gone:
    "The uploaded file is not on this server any more. What came in before is kept; bring the file once more for the rest.",
  person_erased:
    "Somebody in this file had themselves erased. The file was deleted with them; take the person out of it before you bring it again.",
  stopped: "Stopped by hand. What came in before that is kept until you take it back.",
  waited_too_long: "The file waited for seven days and was deleted. Bring it again.",
  study_site_gone:
    "The site does not take part in the study any more. Ask the owner to link it, then bring the file again.",
  role_gone:
    "Whoever brought this file does not work on the site’s leads any more. What came in before is kept; somebody who does can bring the file for the rest.",
  too_many_rows:
    "The file has more than 200,000 rows. Cut it in two and bring the parts one by one.",
};

/** Largest file, and most rows in one. */
export const mostImportBytes = 100_000_000;
/** Files of one person that wait to be decided about; the disk is everybody's. */
export const mostWaitingImports = 10;
export const mostImportRows = 200_000;

/** Until when an import that ended then can be taken back. ISO-8601 UTC. */
export function undoUntil(endedAt: string): string {
  return new Date(Date.parse(endedAt) + importKeptDays * 86_400_000).toISOString();
}
