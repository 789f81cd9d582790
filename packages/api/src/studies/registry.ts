// What use cases know of the registry: it is asked for one record and answers, or says in a sentence
// why not. The server brings the network; a machine without any is an answer like others.

export type RegistryRefusal =
  /** The registry has no such study. */
  | "not_found"
  /** No answer came: no network, no name, no route, or too late. */
  | "not_reached"
  /** It asked to come back later, each time. */
  | "busy"
  /** It answered that it does not answer this machine. */
  | "refused"
  /** What came is no study record. */
  | "not_understood";

export type RegistryAnswer =
  | { ok: true; fileText: string }
  | { ok: false; reason: RegistryRefusal; sentence: string };

export interface Registry {
  /** Hours between two looks that the server takes by itself; undefined: only when asked. */
  readonly syncHours: number | undefined;
  /** Throws only when the signal ends it. */
  fetchRecord(nctId: string, signal?: AbortSignal): Promise<RegistryAnswer>;
}
