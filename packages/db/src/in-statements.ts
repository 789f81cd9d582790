// Rows in portions that one statement may hold: engines take some 32,000 values at once, and records have
// more places than that holds.
const mostRows = 1000;

export function inStatements<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, index) =>
    rows.slice(index * mostRows, (index + 1) * mostRows),
  );
}
