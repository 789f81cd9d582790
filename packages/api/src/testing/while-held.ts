// Calls that meet at one point on PostgreSQL, without a pause that guesses: something is held that each of
// them comes to wait for, one after the other.
import { AsyncLocalStorage } from "node:async_hooks";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { countWaiting } from "@studydesk/db/testing/count-waiting";
import { expect } from "vitest";

/** What came of the calls, each begun once the one before waits; `then` is done before any may go on. */
export async function whileHeld(
  db: Db,
  hold: (trx: Db) => Promise<void>,
  calls: readonly (() => Promise<unknown>)[],
  then: (trx: Db) => Promise<void> = async () => {},
): Promise<PromiseSettledResult<unknown>[]> {
  const outside = AsyncLocalStorage.snapshot();
  const all: Promise<PromiseSettledResult<unknown>[]>[] = [];
  await inTransaction(db, async (trx) => {
    await hold(trx);
    for (const [index, call] of calls.entries()) {
      all.push(outside(() => Promise.allSettled([call()])));
      await expect.poll(() => outside(() => countWaiting(db))).toBe(index + 1);
    }
    await then(trx);
  });
  return (await Promise.all(all)).flat();
}
