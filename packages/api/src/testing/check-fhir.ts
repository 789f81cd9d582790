// Holds resources against HL7's own definitions of FHIR R5 (the package hl7.fhir.r5.core): which elements there
// are, how often each may and must stand there, the form of every value, the codes of every list that the
// package holds, and what a reference may point to.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Bundle } from "fhir/r5";
import { z } from "zod";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("hl7.fhir.r5.core/package.json"));

const elementSchema = z.object({
  path: z.string(),
  short: z.string().optional(),
  min: z.number(),
  max: z.string(),
  type: z
    .array(
      z.object({
        code: z.string(),
        targetProfile: z.array(z.string()).optional(),
        extension: z
          .array(z.object({ url: z.string(), valueString: z.string().optional() }))
          .optional(),
      }),
    )
    .optional(),
  binding: z.object({ strength: z.string(), valueSet: z.string().optional() }).optional(),
});
type Element = z.infer<typeof elementSchema>;

const definitionSchema = z.object({
  kind: z.string(),
  snapshot: z.object({ element: z.array(elementSchema) }),
});
const valueSetSchema = z.object({
  compose: z.object({ include: z.array(z.object({ system: z.string().optional() })) }),
});
type Concept = { code: string; concept?: Concept[] | undefined };
const concept: z.ZodType<Concept> = z.lazy(() =>
  z.object({ code: z.string(), concept: z.array(concept).optional() }),
);
const codeSystemSchema = z.object({ url: z.string(), concept: z.array(concept) });

function read<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
}

const known = new Map<string, z.infer<typeof definitionSchema>>();

function definitionOf(type: string) {
  const found = known.get(type) ?? read(`StructureDefinition-${type}.json`, definitionSchema);
  known.set(type, found);
  return found;
}

/** What a subject's state may be, by the definition's own list: its code system is kept elsewhere. */
export function listSubjectStates(): string[] {
  const { element } = definitionOf("ResearchSubject").snapshot;
  const state = element.find(({ path }) => path === "ResearchSubject.progress.subjectState");
  return (state?.short ?? "").split(" | ");
}

/** Every fault of the bundle and of all that is in it, as "where: what"; empty: it holds. */
export function checkBundle(bundle: Bundle): string[] {
  const entries = bundle.entry ?? [];
  const urls = entries.map(({ fullUrl }) => fullUrl ?? "");
  const types = new Map(
    entries.map(({ fullUrl = "", resource }) => [fullUrl, resource?.resourceType ?? ""]),
  );
  return [
    ...(new Set(urls).size === urls.length ? [] : ["Bundle.entry: a fullUrl stands there twice"]),
    ...checkObject("Bundle", "Bundle", bundle, types),
  ];
}

type Types = ReadonlyMap<string, string>;

/** `path` names the elements within the type's definition. */
function checkObject(type: string, path: string, value: unknown, types: Types): string[] {
  const fields = z.record(z.string(), z.unknown()).safeParse(value);
  if (!fields.success) return [`${path}: is no object`];
  const { element } = definitionOf(type).snapshot;
  const children = element.filter(
    (child) =>
      child.path.startsWith(`${path}.`) && !child.path.slice(path.length + 1).includes("."),
  );
  const given = { ...fields.data };
  if (path === type && type === given.resourceType) delete given.resourceType;
  const problems = children.flatMap((child) => {
    const name = child.path.slice(path.length + 1);
    const held = given[name];
    delete given[name];
    return checkElement(type, child, held, types);
  });
  const unknown = Object.keys(given).map((name) => `${path}.${name}: is not defined`);
  return [...problems, ...unknown, ...(path === "Reference" ? checkTold(fields.data) : [])];
}

/** The specification's rule ref-2: something has to say what is meant. */
function checkTold(reference: Readonly<Record<string, unknown>>): string[] {
  const isTold = ["reference", "identifier", "display"].some((name) => name in reference);
  return isTold ? [] : ["Reference: says nothing"];
}

function checkElement(type: string, element: Element, held: unknown, types: Types): string[] {
  const { path, min, max } = element;
  if (held === undefined) return min > 0 ? [`${path}: is missing`] : [];
  if (max === "0") return [`${path}: must not stand there`];
  if (max !== "*") return checkValue(type, element, held, types);
  if (!Array.isArray(held) || held.length === 0) return [`${path}: is no list`];
  return held.flatMap((item) => checkValue(type, element, item, types));
}

function checkValue(type: string, element: Element, value: unknown, types: Types): string[] {
  const { path } = element;
  const [{ code = "", extension = [], targetProfile = [] } = {}] = element.type ?? [];
  if (code === "BackboneElement" || code === "Element") {
    return checkObject(type, path, value, types);
  }
  if (code === "Resource") {
    const resource = z.object({ resourceType: z.string() }).safeParse(value);
    if (!resource.success) return [`${path}: is no resource`];
    const { resourceType } = resource.data;
    return checkObject(resourceType, resourceType, value, types);
  }
  // Ids are written as strings of the language that the specification itself is written in.
  const told = extension.find(({ url }) => url.endsWith("structuredefinition-fhir-type"));
  const name = told?.valueString ?? (code.startsWith("http://hl7.org/fhirpath/") ? "string" : code);
  const problems =
    definitionOf(name).kind === "primitive-type"
      ? checkPrimitive(path, name, value)
      : checkObject(name, name, value, types).map((problem) => `${path} > ${problem}`);
  return [
    ...problems,
    ...checkCodes(element, value),
    ...(name === "Reference" ? checkTarget(path, targetProfile, value, types) : []),
  ];
}

function checkPrimitive(path: string, name: string, value: unknown): string[] {
  const isRight = name === "boolean" ? typeof value === "boolean" : typeof value === "string";
  if (!isRight) return [`${path}: is no ${name}`];
  const { element } = definitionOf(name).snapshot;
  const form = element
    .find((part) => part.path === `${name}.value`)
    ?.type?.[0]?.extension?.find(({ url }) => url.endsWith("/regex"))?.valueString;
  if (form === undefined || new RegExp(`^(?:${form})$`, "u").test(String(value))) return [];
  return [`${path}: ${JSON.stringify(value)} is no ${name}`];
}

const codings = z.object({
  coding: z.array(z.object({ system: z.string().optional(), code: z.string().optional() })),
});

/** A required list allows its own codes alone; of others, codes are looked up in the system they name. */
function checkCodes({ path, binding }: Element, value: unknown): string[] {
  if (path === "ResearchSubject.progress.subjectState") {
    const [coding] = codings.parse(value).coding;
    const isListed = listSubjectStates().includes(coding?.code ?? "");
    return isListed && coding?.system === systemsOf(binding?.valueSet ?? "")[0]
      ? []
      : [`${path}: ${coding?.code} is not listed`];
  }
  if (typeof value === "string") {
    if (binding?.strength !== "required" || binding.valueSet === undefined) return [];
    const systems = systemsOf(binding.valueSet).map(codesOf);
    const isListed = systems.some((codes) => codes === undefined || codes.has(value));
    return isListed ? [] : [`${path}: ${value} is not listed`];
  }
  const coded = codings.safeParse(value);
  if (!coded.success) return [];
  return coded.data.coding.flatMap(({ system = "", code = "" }) => {
    const codes = codesOf(system);
    return codes === undefined || codes.has(code) ? [] : [`${path}: ${code} is not in ${system}`];
  });
}

/** `valueSet` as bindings name it: "http://hl7.org/fhir/ValueSet/publication-status|5.0.0". */
function systemsOf(valueSet: string): string[] {
  const name = valueSet.split("/").at(-1)?.split("|")[0] ?? "";
  const { compose } = read(`ValueSet-${name}.json`, valueSetSchema);
  return compose.include.flatMap(({ system }) => (system === undefined ? [] : [system]));
}

/** Undefined: the package does not hold this system. */
function codesOf(system: string): Set<string> | undefined {
  const url = /^http:\/\/hl7\.org\/fhir\/([a-z-]+)$/.exec(system);
  if (!url?.[1]) return undefined;
  const all = ({ code, concept: inner = [] }: Concept): string[] => [code, ...inner.flatMap(all)];
  const found = read(`CodeSystem-${url[1]}.json`, codeSystemSchema);
  return new Set(found.concept.flatMap(all));
}

/** What it points to, by its own word and by what stands in the bundle. */
function checkTarget(
  path: string,
  profiles: readonly string[],
  value: unknown,
  types: Types,
): string[] {
  const { reference, type } = z
    .object({ reference: z.string().optional(), type: z.string().optional() })
    .parse(value);
  const allowed = profiles.map((profile) => profile.split("/").at(-1) ?? "");
  const pointed =
    reference === undefined ? type : (types.get(reference) ?? "nothing in the bundle");
  return [pointed, type].flatMap((found) =>
    found === undefined || allowed.length === 0 || allowed.includes(found)
      ? []
      : [`${path}: points to ${found}`],
  );
}
