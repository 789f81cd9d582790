// What the server knows of the chain's ends that it keeps outside the database; the file itself is the server's.
import type { ChainProblem } from "@studydesk/domain/audit/chain-problem";

export interface AuditAnchors {
  /** Digests by row, all that are kept. */
  read(): Promise<ReadonlyMap<number, string>>;
  /** The newest one; undefined: none was kept yet. */
  newest(): { sequence: number; at: string } | undefined;
  /** True: the last try to keep one failed. */
  isFailing(): boolean;
  /** What the look at the chain's end found when the server started. */
  warning(): { problem: ChainProblem; sequence: number } | undefined;
}
