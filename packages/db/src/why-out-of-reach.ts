// Why the database did not do what it was asked, where that is no fault of what was asked and passes: somebody
// else holds it, its disk is full, or it does not answer. Told by the codes of either engine.

export type OutOfReach = "busy" | "full" | "away";

const codes: Readonly<Record<string, OutOfReach>> = {
  SQLITE_BUSY: "busy",
  // Taking longer than a statement may, or waiting that long for a lock.
  "57014": "busy",
  "55P03": "busy",
  "53300": "busy",
  SQLITE_FULL: "full",
  "53100": "full",
  ENOSPC: "full",
  ECONNREFUSED: "away",
  ECONNRESET: "away",
  EPIPE: "away",
  ETIMEDOUT: "away",
  ENOTFOUND: "away",
  // Ended by an administrator, by a crash, or not yet begun.
  "57P01": "away",
  "57P02": "away",
  "57P03": "away",
  // Ended for holding a transaction without a word.
  "25P03": "away",
};

/** The driver of PostgreSQL has no code for these. */
const wordsOfDriver: readonly string[] = [
  "Connection terminated",
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
];

/** Undefined: it is none of these. Also looks at what caused the error. */
export function whyOutOfReach(error: unknown): OutOfReach | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? String(error.code) : "";
  const found = codes[code] ?? codes[code.split("_").slice(0, 2).join("_")];
  if (found) return found;
  if (wordsOfDriver.includes(error.message)) return "away";
  return whyOutOfReach(error.cause);
}
