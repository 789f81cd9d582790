// A file that somebody named at the command line, before it is opened: a folder, a pipe, or what nobody may read is
// refused in a sentence that says so.
import { access, constants, stat } from "node:fs/promises";
import { DomainError } from "@studydesk/domain/errors";

/** Its length in bytes. `wanted`: which file should be named instead, as a sentence. Throws invalid. */
export async function requireFile(file: string, wanted: string): Promise<number> {
  const refuse = (what: string) => new DomainError("invalid", `${what} ${wanted}`);
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    const isGone = error.code === "ENOENT" || error.code === "ENOTDIR";
    throw refuse(isGone ? `There is no file ${file}.` : cannotRead(file));
  });
  if (found.isDirectory()) throw refuse(`${file} is a folder.`);
  if (!found.isFile()) throw refuse(`${file} is no file.`);
  await access(file, constants.R_OK).catch(() => {
    throw refuse(cannotRead(file));
  });
  if (found.size === 0) throw refuse(`${file} is empty.`);
  return found.size;
}

function cannotRead(file: string): string {
  return `${file} cannot be read: look whose it is.`;
}
