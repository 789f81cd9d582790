// The one error of the product. Whatever else is thrown is a bug: logged with an id, answered with
// one plain sentence. Messages are read by people: what happened, and what to do next.

/** What went wrong, in the seven ways that a caller can do something about. */
export type DomainErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "rule_broken"
  | "rate_limited";

export interface DomainErrorOptions {
  /** One of a closed list, for code to tell cases apart. */
  reason?: string;
  /** For the screen: never personal data. */
  details?: Readonly<Record<string, string | number | boolean | null>>;
}

export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly reason: string | undefined;
  readonly details: DomainErrorOptions["details"];

  constructor(code: DomainErrorCode, message: string, options: DomainErrorOptions = {}) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.reason = options.reason;
    this.details = options.details;
  }
}

/** The answer for a row that is not there and for one that is another site's: the two look alike. */
export function notFound(what: string): DomainError {
  return new DomainError(
    "not_found",
    `This ${what} is not here any more, or not yours to see. Go back to the list and look again.`,
  );
}

/** What hangs on something that somebody does not see answers exactly like a `what` that is not there. */
export async function orNotFound<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof DomainError && error.code === "not_found" ? notFound(what) : error;
  }
}

/** Somebody saved in between: nothing was overwritten. */
export function staleVersion(what: string, currentVersion: number): DomainError {
  return new DomainError(
    "conflict",
    `Somebody changed this ${what} while you were at it. It has been loaded again: look, then decide.`,
    { reason: "stale_version", details: { currentVersion } },
  );
}
