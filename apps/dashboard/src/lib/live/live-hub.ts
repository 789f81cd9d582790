// One stream for all tabs. Whoever holds the lock reads it and tells the others; when that tab closes,
// the lock goes to the next, which goes on from the last event that anybody heard. Without this the
// seventh tab would find all of HTTP/1.1's six connections taken and hang.
import type { LiveEvent, LiveMessage, LiveState } from "./live-message";

export interface LiveStream {
  close(): void;
}

export interface StreamListener {
  onEvent(id: string, event: LiveEvent): void;
  /** `live` once connected, `lost` while it is being tried again. */
  onState(state: LiveState): void;
  /** It ended for good and has to be opened anew; late, where newer browsers of this person took its place. */
  onEnd(isPushedOut: boolean): void;
}

export interface LiveHubParts {
  openStream(lastEventId: string | undefined, listener: StreamListener): LiveStream;
  channel: {
    post(message: LiveMessage): void;
    listen(hear: (message: LiveMessage) => void): () => void;
  };
  /** Calls back once this tab leads; the signal gives the lead away, or stops waiting for it. */
  lead(signal: AbortSignal, onLead: () => void): void;
  /** Calls back after so many milliseconds; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
  onEvent(event: LiveEvent): void;
  onState(state: LiveState): void;
  onGap(): void;
  onEnded(): void;
}

const firstRetryMs = 2_000;
const lastRetryMs = 30_000;

/** Joins the tabs; returns how to leave them. */
export function joinLive(parts: LiveHubParts): () => void {
  const leaving = new AbortController();
  let lastEventId: string | undefined;
  let state: LiveState = "connecting";
  let hasBeenLive = false;
  let isLeading = false;
  let stream: LiveStream | undefined;
  let callOffRetry = () => {};
  let retryMs = firstRetryMs;

  function take(message: LiveMessage): void {
    switch (message.type) {
      case "event":
        lastEventId = message.id;
        parts.onEvent(message.event);
        return;
      case "state":
        state = message.state;
        if (state === "live") hasBeenLive = true;
        parts.onState(state);
        return;
      case "gap":
        parts.onGap();
        return;
      case "ended":
        parts.onEnded();
        return;
      case "hello":
        if (isLeading && state !== "connecting") parts.channel.post({ type: "state", state });
    }
  }

  /** To this tab and to all others. */
  function tell(message: LiveMessage): void {
    take(message);
    parts.channel.post(message);
  }

  function open(): void {
    stream = parts.openStream(lastEventId, {
      onEvent: (id, event) => tell({ type: "event", id, event }),
      onState(next) {
        if (next === state) return;
        const isBack = next === "live" && hasBeenLive;
        if (next === "live") retryMs = firstRetryMs;
        tell({ type: "state", state: next });
        if (isBack) tell({ type: "gap" });
      },
      onEnd(isPushedOut) {
        if (isPushedOut) retryMs = lastRetryMs;
        tell({ type: "state", state: "lost" });
        tell({ type: "ended" });
        callOffRetry = parts.after(retryMs, open);
        retryMs = Math.min(retryMs * 2, lastRetryMs);
      },
    });
  }

  const stopListening = parts.channel.listen(take);
  parts.channel.post({ type: "hello" });
  parts.lead(leaving.signal, () => {
    isLeading = true;
    // What another tab said about its stream is over; ours has yet to connect.
    state = "connecting";
    open();
  });

  return () => {
    callOffRetry();
    stream?.close();
    stopListening();
    leaving.abort();
  };
}
