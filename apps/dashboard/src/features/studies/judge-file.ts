// Judges a file by what is known before reading it: a huge one must be refused without being touched.
// The limit is the server's own, which judges once more.
import { mostRegistryBytes } from "@studydesk/domain/studies/import-record";

type FileJudgement = { ok: true } | { ok: false; sentence: string };

export function judgeFiles(files: readonly Pick<File, "name" | "size">[]): FileJudgement {
  const [file, ...more] = files;
  if (!file || more.length > 0) {
    return {
      ok: false,
      sentence: "Give one file at a time. A file may hold several studies.",
    };
  }
  if (file.size > mostRegistryBytes) {
    return {
      ok: false,
      sentence: `“${file.name}” has ${sizeWords(file.size)}. A study’s record has at most 5 MB, so it was not read. Open the study on ClinicalTrials.gov, choose Download, then JSON, and give that file.`,
    };
  }
  if (file.size === 0) {
    return { ok: false, sentence: `“${file.name}” is empty. Download the study’s record again.` };
  }
  return { ok: true };
}

/** "820 B", "34 kB", "4.8 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
