// Fits parsed JSON to the record's shape. A field of the wrong type costs that field alone, and each
// one left out, like each one that nothing shows, is told in a sentence.
import { z } from "zod";
import { type RegistryRecord, registryRecord } from "./registry-record";

const mostNames = 20;
/** A record with more misfits than this is some other kind of file. */
const mostMisfits = 200;

/** A short quotation of something unexpected, safe to show whatever it holds. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function removeAt(root: unknown, path: readonly PropertyKey[]): unknown {
  const key = path.at(-1);
  let owner = root;
  for (const step of path.slice(0, -1))
    owner = isObject(owner) ? Reflect.get(owner, step) : undefined;
  if (!isObject(owner) || key === undefined) return undefined;
  const removed: unknown = Reflect.get(owner, key);
  if (Array.isArray(owner) && typeof key === "number") owner.splice(key, 1);
  else Reflect.deleteProperty(owner, key);
  return removed;
}

const nameOf = (path: readonly PropertyKey[]) =>
  path
    .filter((step) => step !== "protocolSection")
    .map((step) => (typeof step === "number" ? step + 1 : step.toString()))
    .join(".");

/**
 * The record in `value`, or undefined when it is no study record. Changes `value`: what does not
 * fit is taken out of it.
 */
export function readRecord(value: unknown, leftovers: string[]): RegistryRecord | undefined {
  const first = registryRecord.safeParse(value);
  if (first.success) return first.data;
  if (first.error.issues.length > mostMisfits) return undefined;
  // From the last to the first, so that taking one out of a list does not move those still to come.
  for (const issue of first.error.issues.toReversed()) {
    if (issue.path.length < 2) return undefined;
    const removed = removeAt(value, issue.path);
    if (removed !== null)
      leftovers.push(`${nameOf(issue.path)} has an unexpected form; it was left out.`);
  }
  return registryRecord.safeParse(value).data;
}

function collectUnused(schema: unknown, value: unknown, path: string, found: Set<string>): void {
  if (schema instanceof z.ZodOptional) collectUnused(schema.unwrap(), value, path, found);
  else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    for (const item of value) collectUnused(schema.element, item, path, found);
  } else if (schema instanceof z.ZodObject && isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const name = path === "" ? key : `${path}.${key}`;
      if (Object.hasOwn(schema.shape, key)) collectUnused(schema.shape[key], inner, name, found);
      else found.add(name);
    }
  }
}

function listNames(names: string[]): string {
  const shown = names.slice(0, mostNames).map((name) => name.slice(0, 60));
  return names.length > mostNames
    ? `${shown.join(", ")} and ${names.length - mostNames} more`
    : shown.join(", ");
}

/** One sentence per part of the record, naming the fields that are there but not shown. */
export function unusedFields(record: RegistryRecord): string[] {
  const found = new Set<string>();
  collectUnused(registryRecord, record, "", found);
  const byPart = Map.groupBy(
    [...found].map((name) => name.replace(/^protocolSection\./, "")),
    (name) => (name.includes(".") ? name.slice(0, name.indexOf(".")) : ""),
  );
  return [...byPart].map(([part, names]) =>
    part === ""
      ? `In the record but not shown: ${listNames(names)}.`
      : `In the record's ${part.slice(0, 60)} but not shown: ${listNames(names.map((name) => name.slice(part.length + 1)))}.`,
  );
}
