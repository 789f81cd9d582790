// The server's side of the process that makes a backup.
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BackupProgress } from "@studydesk/api/backups/backup-runner";
import { type BackupProblem, backupProblems, backupSteps } from "@studydesk/domain/backups/backup";
import { z } from "zod";
import { repositoryRoot } from "../env";
import { BackupError } from "./backup-error";
import { type BackupManifest, manifestSchema } from "./backup-manifest";

export type FromBackupProcess =
  | ({ kind: "progress" } & BackupProgress)
  | { kind: "made"; manifest: BackupManifest }
  | { kind: "failed"; problem: BackupProblem; sentence: string };

const newsSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), step: z.enum(backupSteps), share: z.number() }),
  z.object({ kind: z.literal("made"), manifest: manifestSchema }),
  z.object({ kind: z.literal("failed"), problem: z.enum(backupProblems), sentence: z.string() }),
]);

export interface BackupOrder {
  databaseFile: string;
  folder: string;
  at: Date;
  recipients: readonly string[] | undefined;
}

/** Throws a BackupError; when the signal ends it, its reason. */
export function runBackupProcess(
  order: BackupOrder,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: BackupProgress) => void },
): Promise<BackupManifest> {
  const tsx = createRequire(join(repositoryRoot, "package.json")).resolve("tsx");
  return new Promise((made, failed) => {
    const child = fork(join(import.meta.dirname, "backup-process.ts"), [], {
      execArgv: ["--import", pathToFileURL(tsx).href],
      // Its own words are told as messages; the log is the server's.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const stop = () => child.kill("SIGKILL");
    signal.addEventListener("abort", stop, { once: true });
    child.on("message", (message) => {
      const news = newsSchema.parse(message);
      if (news.kind === "progress") onProgress({ step: news.step, share: news.share });
      else if (news.kind === "made") made(news.manifest);
      else failed(new BackupError(news.problem, news.sentence));
    });
    child.once("error", (cause) => failed(brokenOff(cause)));
    child.once("exit", () => {
      signal.removeEventListener("abort", stop);
      failed(signal.aborted ? signal.reason : brokenOff(undefined));
    });
    child.send({ ...order, at: order.at.toISOString() });
  });
}

function brokenOff(cause: unknown): BackupError {
  const what = "The process that made the backup ended too soon; it is tried again in an hour.";
  return new BackupError("failed", what, { cause });
}
