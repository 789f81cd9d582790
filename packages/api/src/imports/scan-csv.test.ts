import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRow, createCsvScanner, type ScanLimits } from "./scan-csv";

const small: ScanLimits = { mostCharacters: 60, mostLines: 4, mostInVain: 400 };

/** Scans the text cut into pieces of these lengths, over and over. */
function scan(text: string, pieces: readonly number[] = [7], limits?: ScanLimits): CsvRow[] {
  const scanner = createCsvScanner(",", limits);
  const rows: CsvRow[] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = pieces[turn % pieces.length] ?? 1;
    rows.push(...scanner.push(text.slice(at, at + length)));
    at += length;
  }
  return [...rows, ...scanner.end()];
}

const cellsOf = (text: string) => scan(text).map(({ cells }) => cells);

describe("a table in good order", () => {
  it("is cut at delimiters and line ends of any kind", () => {
    expect(cellsOf("a,b\nc,d\r\ne,f\rg,")).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", ""],
    ]);
  });

  it("keeps delimiters, quotation marks and line breaks within quotes", () => {
    expect(cellsOf('"a,1","b ""x""","c\nd"\n"",e\n')).toEqual([
      ["a,1", 'b "x"', "c\nd"],
      ["", "e"],
    ]);
  });

  it("is read as a well-known parser reads it, however it arrives", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", "\n", " ", "李"),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (rows, cut) => {
          const text = stringify(rows);
          const known = parse(text, { relax_column_count: true });
          expect(scan(text, cut).map(({ cells }) => cells)).toEqual(known);
        },
      ),
    );
  });
});

describe("a table that somebody broke", () => {
  it("gives up only the line where a quotation mark is never closed", () => {
    const rows = scan('a,b\nc,"d\ne,f\ng,h\n');
    expect(rows.map(({ cells, fault }) => [cells, fault])).toEqual([
      [["a", "b"], null],
      [['c,"d'], "quote_not_closed"],
      [["e", "f"], null],
      [["g", "h"], null],
    ]);
  });

  it("takes a quotation mark amid a text as a part of it", () => {
    expect(cellsOf('5" nail,"Ann "Jo" Lee",x\n')).toEqual([['5" nail', 'Ann "Jo" Lee', "x"]]);
  });

  it("gives up a field of ten million letters without keeping it, quoted or not", () => {
    for (const mark of ["", '"']) {
      const text = `a,b\n${mark}${"x".repeat(10_000_000)}${mark},y\nc,d\n`;
      const rows = scan(text, [65_536]);
      expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
        [1, null],
        [2, "row_too_large"],
        [3, null],
      ]);
      expect(rows[1]?.cells[0]?.length).toBe(2_000);
    }
  });

  it("goes on after a quoted text of more lines than a person writes", () => {
    const rows = scan(`"${"x\n".repeat(300)}",end\nlast,row\n`);
    expect(rows[0]).toMatchObject({ fault: "quote_not_closed", line: 1, lines: 1 });
    expect(rows.at(-1)?.cells).toEqual(["last", "row"]);
    expect(rows).toHaveLength(302);
  });

  it("reads a large file of unclosed marks in one go", () => {
    const rows = scan('name,"unclosed\n'.repeat(100_000), [65_536]);
    expect(rows).toHaveLength(100_000);
    expect(rows.every(({ fault }) => fault === "quote_not_closed")).toBe(true);
  });

  const hostile = fc.string({
    unit: fc.constantFrom("a", "b", '"', '"', ",", "\n", "\r", "\r\n", "\u0000", "\ufffd", " "),
    maxLength: 300,
  });
  const pieces = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });

  it("leaves no line out and puts none into two rows", () => {
    fc.assert(
      fc.property(hostile, pieces, (text, cut) => {
        const lines = text.split(/\r\n|\r|\n/);
        // What ends with a line break has no line after it.
        const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
        let next = 1;
        for (const row of scan(text, cut, small)) {
          expect(row.line).toBe(next);
          next += row.lines;
        }
        expect(next - 1).toBe(count);
      }),
      { numRuns: 500 },
    );
  });

  it("is read the same way, however it arrives", () => {
    fc.assert(
      fc.property(hostile, pieces, (text, cut) => {
        expect(scan(text, cut, small)).toEqual(scan(text, [1_000], small));
      }),
      { numRuns: 500 },
    );
  });
});
