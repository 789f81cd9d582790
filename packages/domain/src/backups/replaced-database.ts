// A database that a restore replaced and left beside the present one, so that somebody can go back; and until when.

export interface ReplacedDatabase {
  /** A name alone. */
  fileName: string;
  /** ISO-8601, when it was put away. */
  at: string;
  bytes: number;
}

/** Time enough to notice that the wrong backup was put back. */
const keptDays = 30;

/** ISO-8601: from then on it holds people for nothing. */
export function deleteReplacedBy(at: string): string {
  return new Date(Date.parse(at) + keptDays * 86_400_000).toISOString();
}
