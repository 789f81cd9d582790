// Tells the open streams of this process that events were committed; each stream then reads the table
// for the sites its viewer may see. Carries no content.
import { EventEmitter, on } from "node:events";

export interface LiveEvents {
  /** Call after the commit that wrote events. */
  announce(): void;
  /** Resolves once per announcement, until the signal ends it. */
  announcements(signal: AbortSignal): AsyncIterable<unknown>;
}

export function createLiveEvents(): LiveEvents {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    announce: () => void emitter.emit("committed"),
    announcements: (signal) => on(emitter, "committed", { signal }),
  };
}
