// A stored file as rows, a piece at a time: decoded, cut, without its header and without empty rows, each
// row with its number. The same file gives the same rows with the same numbers, so that an import that was
// broken off finds its place by counting.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { looksLikeHeader } from "@studydesk/domain/imports/guess-columns";
import type { FileReading } from "@studydesk/domain/imports/import-plan";
import {
  type Delimiter,
  delimiters,
  type TextEncoding,
} from "@studydesk/domain/imports/text-encoding";
import { type CsvRow, createCsvScanner } from "./scan-csv";

export interface TableRow extends CsvRow {
  /** From 1; the header and empty rows do not count. */
  row: number;
}

const pieceBytes = 128 * 1024;
const beginningBytes = 1024 * 1024;

/** Gives what each piece of the file brings, never nothing. */
export async function* readTable(file: string, reading: FileReading): AsyncGenerator<TableRow[]> {
  const scanner = createCsvScanner(reading.delimiter);
  const number = createNumbering(reading.hasHeader);
  for await (const text of readText(file, reading.encoding)) {
    const rows = number(scanner.push(text));
    if (rows.length > 0) yield rows;
  }
  const rows = number(scanner.end());
  if (rows.length > 0) yield rows;
}

async function* readText(file: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const bytes: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: pieceBytes });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

function createNumbering(hasHeader: boolean): (rows: readonly CsvRow[]) => TableRow[] {
  let last = hasHeader ? -1 : 0;
  return (rows) => {
    const numbered: TableRow[] = [];
    for (const row of rows) {
      if (isEmpty(row) || (last < 1 && isDelimiterHint(row))) continue;
      last += 1;
      if (last > 0) numbered.push({ ...row, row: last });
    }
    return numbered;
  };
}

function isEmpty({ cells }: CsvRow): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** Spreadsheets write "sep=;" into a first line of its own. */
function isDelimiterHint({ line, cells }: CsvRow): boolean {
  return line === 1 && /^sep=.?$/i.test(cells.join("").trim());
}

/** The first rows: the header apart (empty without one), the others as they are. */
export async function readBeginning(
  file: string,
  reading: FileReading,
): Promise<{ header: string[]; rows: TableRow[] }> {
  const bytes = await readFirstBytes(file);
  const text = new TextDecoder(reading.encoding).decode(bytes, {
    stream: bytes.length === beginningBytes,
  });
  const all = scanBeginning(text, reading.delimiter, bytes.length < beginningBytes);
  const header = reading.hasHeader ? (all.find((row) => !isDelimiterHint(row))?.cells ?? []) : [];
  return { header, rows: createNumbering(reading.hasHeader)(all) };
}

function scanBeginning(text: string, delimiter: string, isWhole: boolean): CsvRow[] {
  const scanner = createCsvScanner(delimiter);
  const rows = [...scanner.push(text), ...(isWhole ? scanner.end() : [])];
  return rows.filter((row) => !isEmpty(row));
}

async function readFirstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginningBytes), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** How a file that somebody brought is best read. */
export async function detectReading(file: string): Promise<FileReading> {
  const encoding = await detectEncoding(file);
  const text = new TextDecoder(encoding).decode((await readFirstBytes(file)).subarray(0, 65_536), {
    stream: true,
  });
  const delimiter = detectDelimiter(text);
  const { header } = await readBeginning(file, { encoding, delimiter, hasHeader: true });
  return { encoding, delimiter, hasHeader: looksLikeHeader(header) };
}

/** Of the header's words in their order: files of the same make have the same one. */
export function headerSha256(header: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(header)).digest("hex");
}

async function detectEncoding(file: string): Promise<TextEncoding> {
  const first = await readFirstBytes(file);
  const [a, b, c] = first;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(first.length, 4096); at += 1) {
    if (first[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = Math.min(first.length, 4096) / 8;
  if (odd > many && odd > even * 4) return "utf-16le";
  if (even > many && even > odd * 4) return "utf-16be";
  return (await isMostlyUtf8(file)) ? "utf-8" : "windows-1252";
}

/** A file of another encoding breaks UTF-8 at nearly every letter that is not ASCII; a damaged one rarely. */
async function isMostlyUtf8(file: string): Promise<boolean> {
  let broken = 0;
  let beyondAscii = 0;
  for await (const text of readText(file, "utf-8")) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) beyondAscii += 1;
      if (code === 0xfffd) broken += 1;
    }
    await new Promise(setImmediate);
  }
  return broken * 10 <= beyondAscii;
}

/** The sign by which most rows fall into as many cells as the first. */
function detectDelimiter(text: string): Delimiter {
  const hinted = delimiters.find((sign) => text.replace(/^\ufeff/, "").startsWith(`sep=${sign}`));
  if (hinted) return hinted;
  let best: { sign: Delimiter; score: number } = { sign: ",", score: 0 };
  for (const sign of delimiters) {
    const rows = scanBeginning(text, sign, text.length < 65_536).slice(0, 200);
    const width = rows[0]?.cells.length ?? 0;
    if (width < 2) continue;
    const alike = rows.filter(({ cells }) => cells.length === width).length / rows.length;
    const score = alike * Math.min(width, 20);
    if (score > best.score) best = { sign, score };
  }
  return best.sign;
}
