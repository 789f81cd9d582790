// `studydesk keys rotate` and `keys status`: the keys that private notes are sealed under.

import { listNoteKeys } from "@studydesk/db/notes/note-key-queries";
import { countSealedByKey } from "@studydesk/db/notes/sealed-column-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Command } from "commander";
import type { Env } from "../../env";
import { readNoteKeyFile } from "../../note-key-file";
import { type Rotation, rotateNoteKeys } from "../../rotate-note-keys";
import { addCommand } from "../add-command";
import { createProgress } from "../progress";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface Options {
  json?: boolean;
}

export function registerKeys(program: Command): void {
  const keys = program
    .command("keys")
    .description("The keys that private notes are sealed under.")
    .showHelpAfterError(false);
  addCommand(
    keys,
    "rotate",
    "Seals all notes anew under a fresh key; servers may run. Cut short, run it again.",
  ).action(async (options: Options) => {
    const progress = createProgress(options);
    const rotation = await withDeps(async ({ db, now, keys: { notes } }, env) =>
      rotateNoteKeys({
        ...{ db, now, file: requireFile(env), fromSecret: notes },
        onProgress: (done, total) => progress.update("Sealed anew", done, total),
      }),
    );
    progress.end();
    tell(options, rotation, describe(rotation));
    if (rotation.unopened.length > 0) process.exitCode = 1;
  });
  addCommand(keys, "status", "Which keys there are, and how much each of them seals.").action(
    async (options: Options) => {
      const status = await withDeps(async ({ db, keys: { notes } }, env) => {
        const file = requireFile(env);
        const inFile = readNoteKeyFile(file, notes).map(({ id }) => id);
        const counts = await countSealedByKey(db);
        const known = await listNoteKeys(db);
        const ids = new Set([...known.map(({ id }) => id), ...inFile, ...counts.keys()]);
        return {
          file,
          keys: [...ids].map((id) => ({
            id,
            isCurrent: id === inFile.at(-1),
            isHere: inFile.includes(id),
            rows: counts.get(id) ?? 0,
            firstUsedAt: known.find((key) => key.id === id)?.firstUsedAt ?? null,
            retiredAt: known.find((key) => key.id === id)?.retiredAt ?? null,
          })),
        };
      });
      tell(options, status, [
        `Key file: ${status.file}`,
        ...status.keys.map(({ id, isCurrent, isHere, rows, retiredAt }) => {
          const where = isHere ? "at hand" : "not at hand";
          const state = isCurrent
            ? "current"
            : retiredAt
              ? `retired ${retiredAt}`
              : "being replaced";
          return `Key ${id}: ${state}, ${where}, seals ${rows} texts`;
        }),
      ]);
    },
  );
}

function requireFile({ noteKeyFile }: Env): string {
  if (noteKeyFile !== undefined) return noteKeyFile;
  throw new DomainError("invalid", "Set STUDYDESK_SECRET_FILE to the file that the server has.");
}

function describe({ keyId, wentOn, rows, unopened }: Rotation): string[] {
  const done = `${rows} texts were sealed anew${wentOn ? ", to end the rotation that was begun before" : ""}.`;
  if (unopened.length === 0) {
    return [
      done,
      `Key ${keyId} is the only one now. Backups made before need the former key file: keep a copy of it apart from them for as long.`,
    ];
  }
  return [
    done,
    `${unopened.length} do not open under any key here, and the former keys stay in the file:`,
    ...unopened.map(({ table, rowId }) => `  row ${rowId} of ${table}`),
    "They were damaged or copied by hand. Put them back from a backup or delete them, then run this again.",
  ];
}
