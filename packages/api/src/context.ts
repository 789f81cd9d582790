// What one request brings along: the deps, who asks, and where faults are told with the request's id.
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "./deps";

export interface Context {
  readonly deps: Deps;
  readonly viewer: Viewer | undefined;
  readonly requestId: string;
  /** Shortened network (IPv4 /24, IPv6 /48) of the caller: for limits and the audit, never the whole address. */
  readonly network: string;
  /** Logs a bug with the request's id; never personal data. */
  readonly reportFault: (error: unknown, procedure: string) => void;
}
