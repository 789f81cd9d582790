// Where in the file of places a name stands. Built when somebody first asks (under a second, in slices that
// let other requests through), then 6 MB: for each name a number made of its hash and its line's place.
import { createReadStream } from "node:fs";
import { foldPlaceName } from "./fold-place-name";
import { placeFile, readPlaceLine } from "./place-file";

export interface LargePlace {
  name: string;
  countryCode: string;
  lat: number;
  lon: number;
  population: number;
}

export interface PlaceIndex {
  /** Lines that may hold a place of this folded name: nearly always they do. */
  linesOf(folded: string): number[];
  /** Towns that people know from afar, for telling two of one name apart. */
  large: readonly LargePlace[];
}

const largePopulation = 100_000;
// A hash of 27 bits above an offset of 26: together they fit the 53 bits of a number.
const offsetSpan = 2 ** 26;

let built: Promise<PlaceIndex> | undefined;

export function openPlaceIndex(): Promise<PlaceIndex> {
  built ??= buildPlaceIndex().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function buildPlaceIndex(): Promise<PlaceIndex> {
  let entries = new Float64Array(2 ** 20);
  let count = 0;
  const large: LargePlace[] = [];
  for await (const { offset, line } of linesOfFile()) {
    const { name, names, countryCode, lat, lon, population } = readPlaceLine(line);
    if (population >= largePopulation) large.push({ name, countryCode, lat, lon, population });
    for (const folded of new Set([name, ...names].map(foldPlaceName))) {
      if (folded === "") continue;
      if (count === entries.length) entries = enlarged(entries);
      entries[count] = hashOf(folded) * offsetSpan + offset;
      count += 1;
    }
  }
  const sorted = entries.slice(0, count).sort();
  return {
    large,
    linesOf(folded) {
      const from = hashOf(folded) * offsetSpan;
      const lines: number[] = [];
      for (let at = firstNotBelow(sorted, from); at < sorted.length; at += 1) {
        const offset = (sorted[at] ?? 0) - from;
        if (offset >= offsetSpan) break;
        lines.push(offset);
      }
      return lines;
    },
  };
}

async function* linesOfFile(): AsyncGenerator<{ offset: number; line: string }> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(placeFile, { highWaterMark: 65_536 })) {
    const bytes: Buffer = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf("\n"); end !== -1; end = bytes.indexOf("\n", start)) {
      yield { offset: offset + start, line: bytes.toString("utf8", start, end) };
      start = end + 1;
    }
    offset += start;
    rest = bytes.subarray(start);
  }
}

function enlarged(entries: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(entries.length * 2);
  larger.set(entries);
  return larger;
}

/** FNV-1a, 27 bits of it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 5;
}

function firstNotBelow(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
