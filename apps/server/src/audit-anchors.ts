// The audit chain's ends, kept in a file outside the database: one line a head, appended and synced. Whoever cuts
// the chain's end off or writes it anew in the database would have to change this file, too.
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { createInterface } from "node:readline";
import type { AuditAnchors } from "@studydesk/api/audit/audit-anchors";
import { ChainBroken } from "@studydesk/api/audit/check-chain";
import { verifyTail } from "@studydesk/api/audit/verify-database";
import { findNewestHead } from "@studydesk/db/audit/chain-queries";
import type { Db } from "@studydesk/db/open-database";
import type { Logger } from "pino";
import { z } from "zod";

const anchorLine = z.strictObject({
  at: z.string(),
  sequence: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  keyId: z.string(),
  signature: z.string(),
});

export type Anchor = z.infer<typeof anchorLine>;

/**
 * Digests by row. Damaged lines are passed over: a machine that stops amid a line leaves half of it. Of two
 * about one row the first counts, or whoever wrote the chain anew would only have to wait.
 */
export async function readAnchorFile(file: string): Promise<Map<number, string>> {
  const anchors = new Map<number, string>();
  if (!existsSync(file)) return anchors;
  const lines = createInterface({ input: createReadStream(file, "utf8") });
  for await (const line of lines) {
    const anchor = readAnchor(line);
    if (anchor && !anchors.has(anchor.sequence)) anchors.set(anchor.sequence, anchor.sha256);
  }
  return anchors;
}

/** Undefined: the line is damaged. */
export function readAnchor(line: string): Anchor | undefined {
  try {
    return anchorLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

export interface AnchorKeeper extends AuditAnchors {
  /** Appends the newest signed head, unless it stands there. True: it did. */
  keep(): Promise<boolean>;
  /** Once, at the start: compares the chain's end with what was kept, and says in the log if it does not hold. */
  look(): Promise<void>;
}

export function createAnchorKeeper(parts: {
  db: Db;
  now: () => Date;
  file: string;
  log: Logger;
}): AnchorKeeper {
  const { db, now, file, log } = parts;
  let newest: { sequence: number; at: string } | undefined;
  let isFailing = false;
  let warning: { problem: ChainBroken["problem"]; sequence: number } | undefined;

  /** How the file begins to be written by this process: the newest end in it, and whether its last line is whole. */
  let known: { isWhole: boolean } | undefined;

  function findKept(): { isWhole: boolean } {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    const anchor = text
      .split("\n")
      .reverse()
      .map(readAnchor)
      .find((read) => read !== undefined);
    if (anchor) newest = { sequence: anchor.sequence, at: anchor.at };
    return { isWhole: text === "" || text.endsWith("\n") };
  }

  return {
    read: () => readAnchorFile(file),
    newest: () => newest,
    isFailing: () => isFailing,
    warning: () => warning,
    async keep() {
      try {
        known ??= findKept();
        const head = await findNewestHead(db);
        // After an older database was put back its ends are kept, too: the file says both, and `verify` tells.
        if (!head || head.sequence === newest?.sequence) {
          isFailing = false;
          return false;
        }
        const at = now().toISOString();
        const { sequence, sha256, keyId, signature } = head;
        const line = JSON.stringify({ at, sequence, sha256, keyId, signature });
        append(file, `${known.isWhole ? "" : "\n"}${line}\n`);
        known.isWhole = true;
        newest = { sequence, at };
        isFailing = false;
        return true;
      } catch (error) {
        isFailing = true;
        throw error;
      }
    },
    async look() {
      try {
        await verifyTail(db, await readAnchorFile(file));
      } catch (error) {
        if (!(error instanceof ChainBroken)) throw error;
        const { problem, sequence, message } = error;
        warning = { problem, sequence };
        log.warn({ problem, sequence }, `the audit trail does not hold: ${message}`);
      }
    },
  };
}

/** On the disk before it returns. */
function append(file: string, text: string): void {
  const opened = openSync(file, "a", 0o600);
  try {
    writeSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
