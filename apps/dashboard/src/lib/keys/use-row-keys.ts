// j and k through a plain list: the focus itself moves from row to row, so Enter opens by itself.
import type { RefObject } from "react";
import { useKeys } from "./use-keys";

/** Rows are the list's elements with `data-row`, each able to take the focus. */
export function useRowKeys(title: string, what: string, list: RefObject<HTMLElement | null>): void {
  function move(step: 1 | -1) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = rows.findIndex((row) => row.matches(":focus"));
    const next = at < 0 ? rows[0] : rows[at + step];
    next?.focus();
  }
  useKeys(title, [
    { keys: "j", name: `Next ${what}`, run: () => move(1), repeats: true },
    { keys: "k", name: `Previous ${what}`, run: () => move(-1), repeats: true },
  ]);
}
