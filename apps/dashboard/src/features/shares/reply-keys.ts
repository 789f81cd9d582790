// The key pair by which this browser opens what comes from outside. The private half lies in IndexedDB and cannot
// be read out of it by any script; whoever empties the browser's storage loses what was sealed to it alone.
import { makeReplyKey, type ReplyKey } from "@studydesk/sealing/reply-key";

const databaseName = "studydesk-reply-keys";
const storeName = "keys";

/** Undefined where the browser keeps nothing, such as in some private windows: then no reply can be asked for. */
export async function ownReplyKey(userId: string): Promise<ReplyKey | undefined> {
  try {
    const db = await openStore();
    try {
      return (await read(db, userId)) ?? (await keep(db, userId, await makeReplyKey()));
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return resultOf(request);
}

function read(db: IDBDatabase, userId: string): Promise<ReplyKey | undefined> {
  return resultOf<ReplyKey | undefined>(
    db.transaction(storeName).objectStore(storeName).get(userId),
  );
}

/** Two windows may make one at once: the first that is kept counts for both. */
async function keep(db: IDBDatabase, userId: string, made: ReplyKey): Promise<ReplyKey> {
  const store = db.transaction(storeName, "readwrite").objectStore(storeName);
  const first = await resultOf<ReplyKey | undefined>(store.get(userId));
  if (first) return first;
  await resultOf(store.add(made, userId));
  return made;
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
