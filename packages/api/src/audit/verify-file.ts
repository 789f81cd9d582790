// Checks an audit trail that somebody took out as a file, with nothing but the file: every line is in its one
// spelling, the chain and its signatures hold, and the signed digest at the end is that of all bytes before it.
import { createHash } from "node:crypto";
import {
  type AuditFileEnd,
  type AuditFileLine,
  auditFileText,
  readAuditLine,
} from "@studydesk/domain/audit/audit-export";
import { type ChainChecker, type CheckedChain, createChainChecker } from "./check-chain";

export interface VerifyFileOptions {
  anchors?: ReadonlyMap<number, string>;
  onProgress?: (rows: number) => void;
}

/** Nothing that the program writes comes near it. */
const longestLine = 1_000_000;
const lineEnd = 0x0a;

/** Throws `ChainBroken`. */
export async function verifyAuditFile(
  bytes: AsyncIterable<Buffer>,
  { anchors, onProgress }: VerifyFileOptions = {},
): Promise<CheckedChain> {
  const checker = createChainChecker(anchors);
  const digest = createHash("sha256");
  let end: { said: AuditFileEnd; isDigestRight: boolean } | undefined;
  let isFirst = true;
  for await (const line of splitLines(bytes)) {
    // Nothing stands behind the end.
    if (end) return checker.fail("file_altered", checker.next());
    const read = line.isWhole ? readAuditLine(line.text.toString("utf8")) : undefined;
    if (!read) {
      return checker.fail(line.isWhole ? "not_readable" : "cut", checker.next());
    }
    if (isFirst !== "studydeskAudit" in read) await checker.fail("not_readable", checker.next());
    isFirst = false;
    if ("end" in read) {
      end = { said: read.end, isDigestRight: read.end.sha256 === digest.digest("hex") };
      continue;
    }
    digest.update(line.text).update("\n");
    await take(checker, read);
    if ("row" in read) onProgress?.(read.row.sequence);
  }
  if (!end) return checker.fail(isFirst ? "not_readable" : "cut", checker.next());
  return checkEnd(checker, end.said, end.isDigestRight);
}

async function take(checker: ChainChecker, line: AuditFileLine): Promise<void> {
  if ("row" in line) await checker.addRow(line.row);
  else if ("head" in line) await checker.addHead(line.head);
  else if ("key" in line) await checker.addKey(line.key);
  else if ("excerpt" in line && line.excerpt) await checker.fail("excerpt", checker.next());
}

async function checkEnd(
  checker: ChainChecker,
  said: AuditFileEnd,
  isDigestRight: boolean,
): Promise<CheckedChain> {
  const rows = checker.next() - 1;
  if (said.rows > rows) await checker.fail("cut", checker.next());
  if (!isDigestRight) await checker.fail("file_altered", rows);
  const { keyId, sha256, signature } = said;
  if (!(await checker.verifyText(keyId, auditFileText(sha256), signature))) {
    await checker.fail("file_forged", rows);
  }
  const checked = await checker.end();
  if (said.rows !== rows || said.heads !== checked.heads) await checker.fail("file_altered", rows);
  return checked;
}

/** Bytes as they stand; the last line is whole only if it ends. */
async function* splitLines(
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<{ text: Buffer; isWhole: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let from = 0;
    for (let to = all.indexOf(lineEnd); to >= 0; to = all.indexOf(lineEnd, from)) {
      yield { text: all.subarray(from, to), isWhole: true };
      from = to + 1;
    }
    rest = all.subarray(from);
    if (rest.length > longestLine) break;
  }
  if (rest.length > 0) yield { text: rest, isWhole: false };
}
