// Up to which job somebody has seen what became of it, in all tabs of this browser.
import { useSyncExternalStore } from "react";

const name = "studydesk.jobs-read";
const listeners = new Set<() => void>();

function read(): number {
  return Number(localStorage.getItem(name)) || 0;
}

export function markRead(jobId: number): void {
  localStorage.setItem(name, String(Math.max(jobId, read())));
  for (const listener of listeners) listener();
}

export function useReadUpTo(): number {
  return useSyncExternalStore(listen, read);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
