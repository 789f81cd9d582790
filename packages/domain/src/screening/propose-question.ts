// What a registry's criteria become as questions, until a person looks at them: each with a wording, the
// answers that exclude, and what it costs to ask. Nothing is dropped; what is doubtful says so.
import type { Criterion } from "../studies/criteria";
import type { ImportedStudy, StudySex } from "../studies/imported-study";
import type { CriterionDoubt, CriterionFields } from "./criterion";
import { guessCost } from "./guess-cost";
import { usualRule } from "./judge-answer";
import {
  type AgeSaid,
  ageFields,
  mentionsAge,
  namesOneSex,
  proposeAge,
  type RecordFields,
  readAge,
} from "./propose-age";
import { proposeRule, shorten } from "./propose-rule";
import { boundsWords } from "./read-bounds";
import { wordQuestion } from "./word-question";

export type StudyToAsk = RecordFields & Pick<ImportedStudy, "criteria">;

/** The record's criteria in its order; behind the inclusions what only its fields say. */
export function proposeQuestions(study: StudyToAsk): CriterionFields[] {
  const { criteria } = study.criteria;
  const ages = criteria.map(readAge);
  const asked = criteria.map((criterion, index) => {
    const others = ages.filter((said, at): said is AgeSaid => said !== undefined && at !== index);
    return propose(study, criterion, ages[index], others);
  });
  const lastInclusion = criteria.findLastIndex(({ kind }) => kind === "inclusion");
  return asked.toSpliced(lastInclusion + 1, 0, ...proposeFromFields(study));
}

function propose(
  study: StudyToAsk,
  criterion: Criterion,
  age: AgeSaid | undefined,
  others: readonly AgeSaid[],
): CriterionFields {
  const { kind, heading = null, text, children } = criterion;
  const registry = { kind, heading, text, children };
  const isChild = isAboutChildren(study);
  if (age) {
    const { rule, doubt } = proposeAge(age, ageFields(study), others);
    return { ...registry, rule, doubt, wording: ageQuestion(age, isChild), cost: "phone" };
  }
  const proposed = proposeRule(criterion);
  const isNamed = heading === null && !isChild;
  const own = proposed.rule.kind === "yes_no" ? wordQuestion(criterion) : proposed.question;
  return {
    ...registry,
    rule: proposed.rule,
    wording: isNamed ? own : null,
    cost: proposed.cost ?? guessCost([text, ...children.map((child) => child.text)].join("\n")),
    doubt: proposed.doubt ?? doubtOf(study, criterion),
  };
}

/** Somebody else answers for a child: what would address "you" is read out as it stands. */
function isAboutChildren({ maximumAge }: RecordFields): boolean {
  return maximumAge !== undefined && (maximumAge.unit !== "years" || maximumAge.value < 18);
}

function ageQuestion({ unit }: Pick<AgeSaid, "unit">, isChild: boolean): string {
  const whom = isChild ? "is the child" : "are you";
  return unit === "years" ? `How old ${whom}?` : `How old ${whom}, in ${unit}?`;
}

function doubtOf(study: StudyToAsk, { kind, text }: Criterion): CriterionDoubt | null {
  if (kind !== "inclusion") return null;
  const disagree = (says: string): CriterionDoubt => ({
    kind: "text_and_fields_disagree",
    sentence: `The text says “${shorten(text)}”, the record’s own field says ${says}. Settle which of the two holds.`,
  });
  const isHealthy = /^healthy (?:volunteers?|subjects?|participants?|adults?|people|men|women)\b/i;
  if (study.healthyVolunteers === false && isHealthy.test(text)) {
    return disagree("that no healthy volunteers are taken");
  }
  const sex = sexIn(text);
  if (sex !== undefined && sex !== study.sex) return disagree(`“${sexWords[study.sex]}”`);
  return null;
}

const sexWords: Readonly<Record<StudySex, string>> = {
  ALL: "all sexes",
  FEMALE: "female",
  MALE: "male",
};

/** Only where the text begins with it: further in, it may be a condition for some. */
function sexIn(text: string): StudySex | undefined {
  if (
    /^(?:males? (?:and|or|and\/or) females?|(?:men|women) (?:and|or) (?:women|men))\b/i.test(text)
  ) {
    return "ALL";
  }
  if (/^(?:females?|women)\b(?! of child)/i.test(text) && namesOneSex(text)) return "FEMALE";
  return /^(?:males?|men)\b/i.test(text) && namesOneSex(text) ? "MALE" : undefined;
}

/** Ages and sex that no criterion of the text says. */
function proposeFromFields(study: StudyToAsk): CriterionFields[] {
  const { criteria } = study.criteria;
  const usual = {
    kind: "inclusion",
    heading: null,
    children: [],
    cost: "phone",
    doubt: null,
  } as const;
  const isChild = isAboutChildren(study);
  const made: CriterionFields[] = [];
  const age = ageFields(study);
  if (age && !criteria.some(({ text }) => mentionsAge(text))) {
    const { rule } = proposeAge(age, age, []);
    const text = `Age: ${boundsWords(age.bounds)} ${age.unit}`;
    made.push({ ...usual, children: [], text, rule, wording: ageQuestion(age, isChild) });
  }
  if (
    study.sex !== "ALL" &&
    !criteria.some(({ text }) => /\b(?:fe)?males?\b|\b(?:wo)?men\b/i.test(text))
  ) {
    const wording = study.sex === "FEMALE" ? "Are you a woman?" : "Are you a man?";
    const text = `Sex: ${sexWords[study.sex]}`;
    const rule = usualRule("inclusion");
    made.push({ ...usual, children: [], text, rule, wording: isChild ? null : wording });
  }
  return made;
}
