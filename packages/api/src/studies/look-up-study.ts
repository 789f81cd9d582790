// One look at the registry: its answer read as a study, or the sentence that says why there is none. A
// record that the registry withholds would empty the study's page, so it is no answer.
import { DomainError } from "@studydesk/domain/errors";
import type { ReadStudy } from "./read-study-file";
import { readStudyFile } from "./read-study-file";
import type { Registry, RegistryRefusal } from "./registry";

export type StudyLook =
  | { ok: true; read: ReadStudy }
  | { ok: false; reason: RegistryRefusal | "withheld"; sentence: string };

export async function lookUpStudy(
  registry: Registry,
  nctId: string,
  signal?: AbortSignal,
): Promise<StudyLook> {
  const answer = await registry.fetchRecord(nctId, signal);
  if (!answer.ok) return answer;
  const misread = (sentence: string) =>
    ({ ok: false, reason: "not_understood", sentence }) as const;
  let reads: ReadStudy[];
  try {
    reads = readStudyFile(answer.fileText);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return misread("The registry’s answer is not a study record; something may stand in between.");
  }
  const [read] = reads;
  if (!read || reads.length > 1) {
    return misread("The registry answered with more than the one study that it was asked for.");
  }
  if (read.study.nctId !== nctId) {
    return misread(`The registry answered with another study, ${read.study.nctId}.`);
  }
  if (read.study.overallStatus === "WITHHELD") {
    const sentence = "The registry withholds the details of this study now.";
    return { ok: false, reason: "withheld", sentence };
  }
  return { ok: true, read };
}
