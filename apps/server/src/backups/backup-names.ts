// How a backup is called, and which files of a folder are ours: nothing else is ever deleted.

const ownName = /^studydesk-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db(?:\.age)?$/;
const ownPart = /^\.studydesk-[\dTZ-]+-(\d+)\.part(?:-journal|-wal|-shm|-json)?$/;

/** `studydesk-2026-11-23T130405Z`: in UTC, so that names sort by time. */
function stamp(at: Date): string {
  return `studydesk-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z`;
}

export function backupName(at: Date, isEncrypted: boolean): string {
  return `${stamp(at)}.db${isEncrypted ? ".age" : ""}`;
}

export function manifestName(fileName: string): string {
  return `${fileName}.json`;
}

/** Hidden, and never taken for a backup; the process in it tells whether somebody is still at it. */
export function partName(at: Date): string {
  return `.${stamp(at)}-${process.pid}.part`;
}

/** When it was made, by its name; undefined: not a backup of ours. */
export function timeOfBackup(name: string): Date | undefined {
  const found = ownName.exec(name);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The process that began the part; undefined: no part of a backup. */
export function processOfPart(name: string): number | undefined {
  const found = ownPart.exec(name);
  return found ? Number(found[1]) : undefined;
}
