// Reads the server's event stream and tells the hub what it does.
import type { AppRouter } from "@studydesk/api/app-router";
import type { TRPCClient } from "@trpc/client";
import type { LiveStream, StreamListener } from "./live-hub";

export function openLiveStream(
  client: TRPCClient<AppRouter>,
  lastEventId: string | undefined,
  listener: StreamListener,
): LiveStream {
  let isOver = false;
  const end = (isPushedOut = false) => {
    if (isOver) return;
    isOver = true;
    listener.onEnd(isPushedOut);
  };
  const subscription = client.live.events.subscribe(lastEventId ? { lastEventId } : {}, {
    onStarted: () => listener.onState("live"),
    onConnectionStateChange(change) {
      if (change.state === "connecting" && change.error) listener.onState("lost");
    },
    onData: ({ id, data }) => listener.onEvent(id, data),
    onError: ({ data }) => end(data?.domain?.reason === "too_many_streams"),
    onStopped: () => end(),
    onComplete: () => end(),
  });
  return {
    close() {
      isOver = true;
      subscription.unsubscribe();
    },
  };
}
