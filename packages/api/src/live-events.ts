// Tells the open streams of this process that events were committed; each stream then reads the table
// for the sites its viewer may see. Carries no content.
import { EventEmitter, once } from "node:events";
import { createStreamPlaces, type StreamPlaces } from "./live/stream-places";

export interface LiveEvents {
  /** Call after the commit that wrote events. */
  announce(): void;
  /**
   * From this call on, until the signal ends it. Who was busy while there were several hears of them together:
   * one look at the table shows them all.
   */
  announcements(signal: AbortSignal): AsyncIterable<unknown>;
  readonly places: StreamPlaces;
}

export function createLiveEvents(): LiveEvents {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  let announced = 0;

  async function* follow(from: number, signal: AbortSignal): AsyncGenerator<void> {
    for (let heard = from; ; ) {
      signal.throwIfAborted();
      if (heard === announced) await once(emitter, "committed", { signal });
      heard = announced;
      yield;
    }
  }

  return {
    announce() {
      announced += 1;
      emitter.emit("committed");
    },
    announcements: (signal) => follow(announced, signal),
    places: createStreamPlaces(),
  };
}
