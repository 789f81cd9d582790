// The time that screens show, moving on twice a minute for all of them at once.
import { useSyncExternalStore } from "react";

const stepMs = 30_000;
const listeners = new Set<() => void>();
let current = new Date();
let timer: number | undefined;

function listen(listener: () => void): () => void {
  if (listeners.size === 0) {
    current = new Date();
    timer = window.setInterval(() => {
      current = new Date();
      for (const each of listeners) each();
    }, stepMs);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

export function useNow(): Date {
  return useSyncExternalStore(listen, () => current);
}
