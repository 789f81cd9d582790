// A registry file as studies, each with its record as it came: what a later reading can find more in.
import { createHash } from "node:crypto";
import { DomainError } from "@studydesk/domain/errors";
import { readRegistryFile, recordsIn } from "@studydesk/domain/studies/import-record";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";

export interface ReadStudy {
  study: ImportedStudy;
  /** JSON text, the same for the same record however its file was laid out. */
  record: string;
  sha256: string;
}

/** Throws `invalid` with a sentence for a file that is no study. */
export function readStudyFile(fileText: string): ReadStudy[] {
  const read = readRegistryFile(fileText);
  if (!read.ok) throw new DomainError("invalid", read.message, { reason: read.reason });
  const records = recordsIn(JSON.parse(fileText.replace(/^\uFEFF/, "")));
  return read.studies.map((study, index) => {
    const record = JSON.stringify(records[index]);
    return { study, record, sha256: createHash("sha256").update(record).digest("hex") };
  });
}
