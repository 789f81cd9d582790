// Single keys can be turned off (WCAG 2.1.4); the choice stays in this browser.
import { useSyncExternalStore } from "react";

const name = "studydesk.keys";
const listeners = new Set<() => void>();

export function areKeysOn(): boolean {
  return localStorage.getItem(name) !== "off";
}

export function turnKeys(on: boolean): void {
  if (on) localStorage.removeItem(name);
  else localStorage.setItem(name, "off");
  for (const listener of listeners) listener();
}

export function useAreKeysOn(): boolean {
  return useSyncExternalStore(listen, areKeysOn);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
