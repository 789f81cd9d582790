// For screens that answer to a change in their own way.
import { useContext, useEffect, useEffectEvent } from "react";
import { LiveContext, type LiveListener } from "./live-provider";

export function useLiveEvents(onEvent: LiveListener): void {
  const { listeners } = useContext(LiveContext);
  const hear = useEffectEvent(onEvent);
  useEffect(() => {
    const listener: LiveListener = (event) => hear(event);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listeners]);
}
