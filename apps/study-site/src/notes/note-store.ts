// The notes in this browser's database. Where it keeps nothing (a private window, no space), they live as
// long as the page, and the list says so. Other tabs hear of each change.
import { type IDBPDatabase, openDB } from "idb";
import type { KeptNote, NoteDraft, OwnShare } from "./kept-notes";
import { clearNotesFlags, readNotesFlag, writeNotesFlag } from "./notes-flag";

export interface NoteStore {
  /** Whether what is saved outlives the page. */
  readonly isKept: boolean;
  /** On every study, oldest first. */
  listNotes(): Promise<KeptNote[]>;
  saveNote(note: KeptNote): Promise<void>;
  deleteNote(id: string): Promise<void>;
  findDraft(): Promise<NoteDraft | undefined>;
  saveDraft(draft: NoteDraft): Promise<void>;
  deleteDraft(): Promise<void>;
  /** Newest first. */
  listShares(): Promise<OwnShare[]>;
  saveShare(share: OwnShare): Promise<void>;
  deleteShare(id: string): Promise<void>;
  /** Every note and draft, on every study. */
  clear(): Promise<void>;
}

/** `onChange` is called after each change, in whichever tab. */
export async function openNoteStore(study: string, onChange: () => void): Promise<NoteStore> {
  const connection = { db: await openDatabase() };
  const notes = openTable<KeptNote>(connection, "notes", ({ id }) => id);
  const drafts = openTable<NoteDraft>(connection, "drafts", (draft) => draft.study);
  const shares = openTable<OwnShare>(connection, "shares", ({ id }) => id);
  const channel =
    "BroadcastChannel" in window ? new BroadcastChannel("studydesk-notes") : undefined;
  channel?.addEventListener("message", onChange);

  const listNotes = async () =>
    (await notes.list()).sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1));
  const findDraft = async () => (await drafts.list()).find((draft) => draft.study === study);
  async function change(work: Promise<void>): Promise<void> {
    await work;
    const count = (await listNotes()).filter((note) => note.study === study).length;
    writeNotesFlag(study, { count, hasDraft: (await findDraft()) !== undefined });
    channel?.postMessage("changed");
    onChange();
  }

  return {
    get isKept() {
      return connection.db !== undefined;
    },
    listNotes,
    saveNote: (note) => change(notes.put(note)),
    deleteNote: (id) => change(notes.remove(id)),
    findDraft,
    // With every key that is pressed: no other tab needs to hear of it.
    async saveDraft(draft) {
      writeNotesFlag(study, { ...readNotesFlag(study), hasDraft: true });
      await drafts.put(draft);
    },
    deleteDraft: () => change(drafts.remove(study)),
    listShares: async () => (await shares.list()).sort((a, b) => (a.madeAt > b.madeAt ? -1 : 1)),
    saveShare: (share) => change(shares.put(share)),
    deleteShare: (id) => change(shares.remove(id)),
    async clear() {
      await notes.clear();
      clearNotesFlags();
      await change(drafts.clear());
    },
  };
}

interface Table<Row> {
  list(): Promise<Row[]>;
  put(row: Row): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}

/** Rows stand in memory, too: when the database fails midway, nothing that was read is lost. */
function openTable<Row>(
  connection: { db: IDBPDatabase | undefined },
  name: string,
  keyOf: (row: Row) => string,
): Table<Row> {
  const rows = new Map<string, Row>();
  async function using(work: (db: IDBPDatabase) => Promise<unknown>) {
    if (!connection.db) return;
    try {
      await work(connection.db);
    } catch {
      connection.db = undefined;
    }
  }
  return {
    async list() {
      await using(async (db) => {
        const found: Row[] = await db.getAll(name);
        rows.clear();
        for (const row of found) rows.set(keyOf(row), row);
      });
      return [...rows.values()];
    },
    async put(row) {
      rows.set(keyOf(row), row);
      await using(async (db) => {
        const transaction = db.transaction(name, "readwrite");
        const isThere = transaction.store.put(row);
        // Not only once it answers: the page may be gone by then, and what it had not committed with it.
        transaction.commit();
        await Promise.all([isThere, transaction.done]);
      });
    },
    async remove(key) {
      rows.delete(key);
      await using((db) => db.delete(name, key));
    },
    async clear() {
      rows.clear();
      await using((db) => db.clear(name));
    },
  };
}

async function openDatabase(): Promise<IDBPDatabase | undefined> {
  try {
    return await openDB("studydesk-notes", 1, {
      upgrade(made) {
        made.createObjectStore("notes", { keyPath: "id" });
        made.createObjectStore("drafts", { keyPath: "study" });
        made.createObjectStore("shares", { keyPath: "id" });
      },
      // A tab with a newer version of this page wants to change the tables.
      blocking(_current, _next, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
  } catch {
    return undefined;
  }
}
