// Ages, from a criterion's words and from the record's own fields. Where the two disagree the fields are
// proposed, and a person settles it: whoever is exactly that old must not be let in, or kept out, by chance.
import type { Criterion } from "../studies/criteria";
import type { AgeUnit, ImportedStudy } from "../studies/imported-study";
import type { AnswerRule } from "./answer-rule";
import type { CriterionDoubt } from "./criterion";
import { hasOnly, withoutAsides, wordSet } from "./plain-text";
import { type Bounds, boundsWords, readBounds } from "./read-bounds";

export type RecordFields = Pick<
  ImportedStudy,
  "minimumAge" | "maximumAge" | "sex" | "healthyVolunteers"
>;

export interface AgeSaid {
  /** Whom the study takes: an exclusion turned round. */
  bounds: Bounds;
  unit: AgeUnit;
}

const fillers = wordSet(
  "a adult adults age aged ages all an and any are at be between both boys by child children day days either " +
    "eligible female females from gender genders girls has have in individual individuals is male males man " +
    "men month months must of old or participant participants patient patients people person persons range s " +
    "sex sexes should subject subjects the to volunteer volunteers week weeks who with woman women year years " +
    "yr yrs",
);
const moment =
  /[\s,]+(?:at|on|by|upon) (?:the )?(?:(?:time|date|day|moment|point|start)(?: of)? .*|recruitment|screening|enroll?ment|inclusion|baseline|study entry|(?:informed )?consent|randomi[sz]ation)$/i;

/** Undefined unless the criterion says an age and nothing else. */
export function readAge({ kind, text, heading, children }: Criterion): AgeSaid | undefined {
  if (heading !== undefined || children.length > 0) return undefined;
  const plain = withoutAsides(text).replace(moment, "");
  const read = readBounds(plain);
  if (!read || /\d/.test(read.rest) || !hasOnly(read.rest, fillers) || !mentionsAge(text)) {
    return undefined;
  }
  if (namesOneSex(plain)) return undefined;
  const units = new Set(plain.toLowerCase().match(/\b(?:year|yr|month|week|day)(?=s?\b)/g) ?? []);
  const [unit = "year"] = units;
  if (units.size > 1) return undefined;
  const bounds = kind === "exclusion" && !read.isOutside ? turn(read.bounds) : read.bounds;
  return bounds && { bounds, unit: unitOf(unit) };
}

/** Whether the text says anything of an age. */
export function mentionsAge(text: string): boolean {
  return (
    /\b(?:age[ds]?|older|younger|old)\b|\badults? (?:over|above|under|from)\b/i.test(text) ||
    /\b(?:patients?|subjects?|participants?|adults?|people|persons?|men|women|males?|females?)\b.*\d+\s*(?:years?|yrs?)\b/i.test(
      text,
    )
  );
}

export function namesOneSex(text: string): boolean {
  const isMale = /\b(?:males?|men|man|boys?)\b/i.test(text);
  return isMale !== /\b(?:females?|women|woman|girls?)\b/i.test(text);
}

/** What the record's fields say; undefined: nothing, or in two units. */
export function ageFields({ minimumAge, maximumAge }: RecordFields): AgeSaid | undefined {
  const unit = minimumAge?.unit ?? maximumAge?.unit;
  if (unit === undefined) return undefined;
  if (minimumAge && maximumAge && minimumAge.unit !== maximumAge.unit) return undefined;
  const bounds = {
    ...{ min: minimumAge?.value ?? null, minIncluded: true },
    ...{ max: maximumAge?.value ?? null, maxIncluded: true },
  };
  return { bounds, unit };
}

/** `others`: what the study's other criteria say of ages. */
export function proposeAge(
  said: AgeSaid,
  fields: AgeSaid | undefined,
  others: readonly AgeSaid[],
): { rule: AnswerRule; doubt: CriterionDoubt | null } {
  const { unit } = said;
  const known = fields?.unit === unit ? fields.bounds : undefined;
  const bounds = { ...said.bounds };
  const apart: number[] = [];
  const isElsewhere = (side: "min" | "max") => others.some((each) => each.bounds[side] !== null);
  for (const side of ["min", "max"] as const) {
    const field = known?.[side];
    if (field === undefined || field === null) continue;
    const included = side === "min" ? "minIncluded" : "maxIncluded";
    const own = said.bounds[side];
    if (own === field && said.bounds[included]) continue;
    if (own === null && isElsewhere(side)) continue;
    bounds[side] = field;
    bounds[included] = true;
    apart.push(...(own === null || own === field ? [field] : [own, field]));
  }
  const rule: AnswerRule = { kind: "number", unit, ...bounds, excludes: "outside" };
  if (!known || apart.length === 0) return { rule, doubt: null };
  const ages = [...new Set(apart)].toSorted((a, b) => a - b);
  const listed = new Intl.ListFormat("en").format(ages.map(String));
  const sentence = `The text says ${boundsWords(said.bounds)} ${unit}, the record’s own fields say ${boundsWords(known)}. Settle what holds at the age${ages.length > 1 ? "s" : ""} ${listed}.`;
  return { rule, doubt: { kind: "text_and_fields_disagree", sentence } };
}

/** What is let in where this is kept out; undefined where that is no single span. */
function turn({ min, minIncluded, max, maxIncluded }: Bounds): Bounds | undefined {
  if (min !== null && max !== null) return undefined;
  return { min: max, minIncluded: !maxIncluded, max: min, maxIncluded: !minIncluded };
}

const units: Readonly<Record<string, AgeUnit>> = {
  ...{ year: "years", yr: "years", month: "months", week: "weeks", day: "days" },
};

function unitOf(word: string): AgeUnit {
  return units[word] ?? "years";
}
