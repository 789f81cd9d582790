// Options of a command against the same schemas that guard the screens: a wrong one ends the command
// with a sentence that names it.
import { DomainError } from "@studydesk/domain/errors";
import type { z } from "zod";

export function readOptions<S extends z.ZodType>(schema: S, options: unknown): z.infer<S> {
  const read = schema.safeParse(options);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const name = String(issue?.path[0] ?? "").replace(/[A-Z]/g, (letter) => `-${letter}`);
  throw new DomainError(
    "invalid",
    `--${name.toLowerCase()} is not right. ${issue?.message ?? "Look at the help."}.`,
  );
}
