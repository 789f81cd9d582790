// Seals everything anew under the current key, a few rows at a time, while people go on writing. It may be
// cut short at any moment: what is done is done, and the next run goes on with the rest.

import {
  countSealedUnderOthers,
  listSealedUnderOthers,
  type SealedColumnName,
  type SealedRow,
  sealedColumnNames,
  setSealed,
  waitForEarlierWrites,
} from "@studydesk/db/notes/sealed-column-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { NoteKeyring } from "./note-keyring";
import { openAtRest, type SealPlace, sealAtRest } from "./seal-at-rest";

/** So few, and so far apart, that a server on SQLite, where one writes at a time, gets its turn between. */
const atOnce = 50;
const pauseMs = 20;

/** What does not open under any key at hand, and so stays as it is. */
export interface UnopenedRow {
  table: SealedColumnName;
  rowId: number;
}

export interface Resealed {
  rows: number;
  unopened: UnopenedRow[];
}

/** Ends when nothing that opens is left under another key, also of what was written meanwhile. */
export async function resealAnew(
  db: Db,
  keys: NoteKeyring,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Resealed> {
  let rows = 0;
  const left = () => countLeft(db, keys.current().id);
  const total = await left();
  onProgress(0, total);
  for (;;) {
    // Who sealed under the former key before the current one came has committed by then.
    await waitForEarlierWrites(db);
    const unopened: UnopenedRow[] = [];
    for (const name of sealedColumnNames) {
      await resealColumn(db, keys, name, (done, failed) => {
        rows += done;
        unopened.push(...failed);
        onProgress(rows, Math.max(total, rows));
      });
    }
    if ((await left()) <= unopened.length) return { rows, unopened };
  }
}

async function countLeft(db: Db, keyId: string): Promise<number> {
  let left = 0;
  for (const name of sealedColumnNames) left += await countSealedUnderOthers(db, name, keyId);
  return left;
}

async function resealColumn(
  db: Db,
  keys: NoteKeyring,
  name: SealedColumnName,
  onChunk: (done: number, failed: UnopenedRow[]) => void,
): Promise<void> {
  let afterId = 0;
  for (;;) {
    const failed: UnopenedRow[] = [];
    const found = await inTransaction(db, async (trx) => {
      const keyId = keys.current().id;
      const chunk = await listSealedUnderOthers(trx, name, { keyId, afterId, limit: atOnce });
      for (const row of chunk) {
        const sealed = resealed(keys, name, row);
        if (sealed === undefined) failed.push({ table: name, rowId: row.id });
        else await setSealed(trx, name, { id: row.id, sealed });
      }
      return chunk;
    });
    onChunk(found.length - failed.length, failed);
    const last = found.at(-1);
    if (!last) return;
    afterId = last.id;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function resealed(
  keys: NoteKeyring,
  name: SealedColumnName,
  { id, authorId, leadId, studyId, sealed }: SealedRow,
): string | undefined {
  const place: SealPlace = {
    table: name,
    rowId: id,
    authorId,
    ...(leadId === null ? {} : { home: { leadId } }),
    ...(studyId === null ? {} : { home: { studyId } }),
  };
  let text: string;
  try {
    text = openAtRest(keys, place, sealed);
  } catch {
    return undefined;
  }
  return sealAtRest(keys, place, text);
}
