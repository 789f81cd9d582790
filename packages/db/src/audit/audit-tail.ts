// What a transaction under way knows of the chain's end: the newest row, once it wrote one, and that it holds
// the chain's lock. So the end is read once for many rows, and signed once, at the end.
import type { Db } from "../open-database";

export interface AuditTail {
  sequence: number;
  at: string;
  sha256: string;
}

interface State {
  newest?: AuditTail;
  isLocked?: boolean;
}

const states = new WeakMap<Db, State>();

/** Only of a transaction that `inTransaction` began: elsewhere nobody says when it ends. */
export function beginAuditTail(trx: Db): void {
  states.set(trx, {});
}

export function findAuditTail(trx: Db): AuditTail | undefined {
  return states.get(trx)?.newest;
}

export function setAuditTail(trx: Db, newest: AuditTail): void {
  const state = states.get(trx);
  if (state) state.newest = newest;
}

export function holdsAuditLock(trx: Db): boolean {
  return states.get(trx)?.isLocked === true;
}

export function setAuditLockHeld(trx: Db): void {
  const state = states.get(trx);
  if (state) state.isLocked = true;
}

/** A part that is rolled back takes its rows with it, and PostgreSQL gives up the locks that it took. */
export function keepAuditTail(trx: Db): () => void {
  const kept = { ...states.get(trx) };
  return () => {
    if (states.has(trx)) states.set(trx, { ...kept });
  };
}
