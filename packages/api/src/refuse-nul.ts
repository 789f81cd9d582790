// PostgreSQL keeps no NUL character in a text and breaks off, SQLite keeps it: nobody types one, so what
// holds one is refused before anything reads it, on either engine alike.
import { DomainError } from "@studydesk/domain/errors";

/** Throws `invalid` when a text anywhere in `sent` holds one. As deep as it may be: it does not recurse. */
export function refuseNul(sent: unknown): void {
  const parts = [sent];
  for (const part of parts) {
    if (typeof part === "string" && part.includes("\0")) {
      throw new DomainError(
        "invalid",
        "A text holds a character that cannot be kept (NUL). Type it again instead of pasting it.",
        { reason: "input" },
      );
    }
    if (typeof part === "object" && part !== null) {
      for (const inner of Object.values(part)) parts.push(inner);
    }
  }
}
