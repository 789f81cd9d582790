// The one text of a value: names in order, nothing between. Equal values give equal bytes, whoever wrote
// them and wherever they were kept.

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export function canonicalJson(value: Json): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(inOrder);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, inOrder(each)]));
}

function isList(
  value: readonly Json[] | { readonly [name: string]: Json },
): value is readonly Json[] {
  return Array.isArray(value);
}
