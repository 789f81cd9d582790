// The files of the audit trail that somebody names: a trail that was exported, and ends of it that were kept outside
// the database. What is neither is refused in a sentence, and not called a trail that does not hold.
import { createReadStream } from "node:fs";
import { DomainError } from "@studydesk/domain/errors";
import { readAnchorFile } from "../audit-anchors";
import { requireFile } from "../require-file";

/** Digests by row; undefined: there are none. */
export type KeptEnds = ReadonlyMap<number, string> | undefined;

/** Of the server's own file, which may not be there yet. */
export async function readEnds(file: string | undefined): Promise<KeptEnds> {
  if (file === undefined) return undefined;
  const ends = await readAnchorFile(file);
  return ends.size > 0 ? ends : undefined;
}

/** Of a file that somebody named: it has to hold some, or nothing would be compared. Throws invalid. */
export async function readNamedEnds(file: string): Promise<KeptEnds> {
  const wanted = "Name a file of kept ends: the server's, or lines of it that left the machine.";
  await requireFile(file, wanted);
  const ends = await readEnds(file);
  if (ends) return ends;
  throw new DomainError("invalid", `No end of an audit trail stands in ${file}. ${wanted}`);
}

const trailStart = '{"studydeskAudit":';

/** Throws invalid where it does not even begin as an exported trail. */
export async function requireTrail(file: string): Promise<void> {
  const wanted = "Name a trail that was exported: studydesk audit export FILE.";
  await requireFile(file, wanted);
  for await (const piece of createReadStream(file, { end: trailStart.length - 1 })) {
    if (String(piece) === trailStart) return;
  }
  throw new DomainError(
    "invalid",
    `${file} does not begin as an exported trail does, or its beginning was changed. ${wanted}`,
  );
}
