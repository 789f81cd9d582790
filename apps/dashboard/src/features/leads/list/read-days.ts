// What a field of days holds: a whole number within reason, or nothing yet.
export function readDays(value: string | number): number | undefined {
  const days = typeof value === "number" ? value : Number.parseInt(value, 10);
  return Number.isInteger(days) && days >= 0 && days <= 36_500 ? days : undefined;
}
