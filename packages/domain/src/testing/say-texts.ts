// For tests of the words in several languages: says every word of a part, the functions among them with
// made-up values, and finds what one language lacks or has left in English.
/** In no language of ours: whatever is Latin in a text that got these is a word of the text itself. */
export const foreignName = "Ябълка";
const day = "2026-09-01T12:00:00.000Z";

/** Values for a function's parameters, tried in turn until it gives a whole text. */
const samples: readonly (readonly unknown[])[] = [
  [3, 3, 3],
  [foreignName, foreignName, foreignName],
  [foreignName, 3],
  [3, foreignName],
  [["PHASE2", "PHASE3"]],
  [
    { value: 18, unit: "years" },
    { value: 65, unit: "years" },
  ],
  [{ count: 3, unit: "day" }],
  [foreignName, { count: 3, unit: "day" }],
  [{ firstName: foreignName, fullName: foreignName }],
  ["first_name", "missing"],
  ["email", "not_an_email"],
  [[foreignName, foreignName]],
  [day, day],
];
const counts = [0, 1, 2, 3, 11, 100];

export interface SaidText {
  /** "form.problemsTitle(3)". */
  path: string;
  text: string;
}

/** Every text below a value, in the order of its keys; throws for a function that no sample suits. */
export function sayTexts(value: unknown, path = ""): SaidText[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (isFunction(value)) return sayFunction(value, path);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    sayTexts(each, path === "" ? key : `${path}.${key}`),
  );
}

type Say = (...given: readonly unknown[]) => unknown;

function isFunction(value: unknown): value is Say {
  return typeof value === "function";
}

function sayFunction(say: Say, path: string): SaidText[] {
  const saidWith = (given: readonly unknown[]): string | undefined => {
    try {
      const said: unknown = say(...given);
      return typeof said === "string" && !/NaN|undefined|\[object/.test(said) ? said : undefined;
    } catch {
      return undefined;
    }
  };
  const fitting = samples.find((given) => saidWith(given) !== undefined);
  if (!fitting) throw new Error(`No sample suits ${path}: add one beside the others.`);
  const asked =
    typeof fitting[0] === "number" ? counts.map((n) => [n, ...fitting.slice(1)]) : [fitting];
  return asked.map((given) => ({
    path: `${path}(${given.slice(0, Math.max(say.length, 1)).join(", ")})`,
    text: saidWith(given) ?? "",
  }));
}
