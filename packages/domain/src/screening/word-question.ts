// A criterion as a question that can be read aloud on the phone, to which yes means that it is true of the
// person. Only where all its words can stay: no number, no negation, no condition is ever left out. What fits
// no form is read out as it is written.
import type { Criterion } from "../studies/criteria";
import { lowerFirst, trimEnd, wordSet } from "./plain-text";

const people = "(?:subjects?|patients?|participants?|individuals?|persons?|people|volunteers?)";
const theyWho = `(?:the )?${people}(?: who| that)?`;
const expecting = "(?:pregnant|lactating|nursing|breast-?feeding)";
const able = "(?:un)?(?:able|willing)(?: (?:and|or) (?:un)?(?:able|willing))?";

interface Form {
  pattern: RegExp;
  write(rest: string): string | undefined;
}

const form = (source: string, write: Form["write"]): Form => ({
  pattern: new RegExp(`^${source}$`, "is"),
  write,
});
const told = (rest: string) => `Has a doctor told you that you have ${rest}?`;
const spansTime = (rest: string) =>
  /\b(?:within|past|last|previous|prior|before|after|since|during|for (?:at|more|less|the)|months?|years?|weeks?|days?)\b/i.test(
    rest,
  );
const isDone = (rest: string) =>
  /\b(?:treat\w*|surger\w*|therap\w*|use|abuse|procedures?|transplant\w*|vaccin\w*|medications?)\b/i.test(
    rest,
  );
/** A second sentence within: what is put around the first would not fit it. */
const goesOn = (rest: string) =>
  /(?:\b(?:and|or|but|which|that|who)\b|,).*\b(?:are|is|can|must|have|has|should|will|was|were)\b/i.test(
    rest,
  );

const forms: readonly Form[] = [
  form("(?:any |medical )?history of (.+)", (rest) => {
    if (spansTime(rest)) return `Have you had ${rest}?`;
    return isDone(rest)
      ? `Have you ever had ${rest}?`
      : `Has a doctor ever told you that you have, or had, ${rest}?`;
  }),
  form("(?:a )?diagnosis of (.+)", (rest) => (spansTime(rest) ? undefined : told(rest))),
  form(
    "((?:clinical|confirmed|established|new|recent) diagnosis of .+)",
    (rest) => `Has a doctor made this finding about you: ${rest}?`,
  ),
  form(
    `(?:${people} with )?((?:patho|histo|cyto|radio)logically (?:confirmed|proven|diagnosed) .+)`,
    told,
  ),
  form(`${theyWho} (?:with|having) (.+)`, have),
  form(`${theyWho} (?:have|has) (.+)`, haveOrHad),
  form("(?:with|having) (.+)", have),
  form("(?:the )?presence of (.+)", have),
  form(
    `(${expecting}(?:(?:, or | or |, )${expecting})*)(?: (?:women|females?|subjects?|patients?|participants?))?`,
    (rest) => `Are you ${rest}?`,
  ),
  form(
    "(pregnancy(?: or (?:lactation|breast-?feeding|nursing))?)",
    (rest) => `Does this apply to you: ${rest}?`,
  ),
  form(`(?:${theyWho} )?(?:(?:are|is|be|must be|should be) )?(${able} to .+)`, (rest) =>
    goesOn(rest) ? undefined : `Are you ${rest}?`,
  ),
  form("willingness to (.+)", (rest) => `Are you willing to ${rest}?`),
  form("ability to (.+)", (rest) => `Are you able to ${rest}?`),
  form(
    "(?:willingness and ability|ability and willingness) to (.+)",
    (rest) => `Are you willing and able to ${rest}?`,
  ),
  form("inability to (.+)", (rest) => `Are you unable to ${rest}?`),
  form("unwillingness to (.+)", (rest) => `Are you unwilling to ${rest}?`),
  form(`(?:${theyWho} |who )((?:refuse|withdraw|decline|smoke|take|use|receive)s? .+)`, (rest) =>
    goesOn(rest) ? undefined : `Do you ${rest.replace(/^(\w+?)s /i, "$1 ")}?`,
  ),
  form("(?:who )?(?:have|has) (.+)", haveOrHad),
  form("((?:following|taking|receiving|using) .+)", (rest) =>
    /\b(?:for|since)\b/i.test(rest) ? `Have you been ${rest}?` : `Are you ${rest}?`,
  ),
  form(
    `(?:${theyWho} )?(?:(?:are|is) )?(in good (?:general )?health)`,
    (rest) => `Are you ${rest}?`,
  ),
  form("((?:health )?insured)", (rest) => `Are you ${rest}?`),
  form("(healthy)(?: (?:volunteers?|subjects?|participants?))?", (rest) => `Are you ${rest}?`),
];

/** Null: its own text is read out. */
export function wordQuestion({ text, heading, children }: Criterion): string | null {
  const plain = trimEnd(text);
  // Headings and points beneath bind the sentence to more than it says.
  if (heading !== undefined || children.length > 0 || plain.length > 400) return null;
  for (const { pattern, write } of forms) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const wording = write(lowerFirst(found[1] ?? ""));
    return wording === undefined ? null : safe(plain, wording);
  }
  if (isFinding(plain)) return safe(plain, `Do you have ${lowerFirst(plain)}?`);
  return isNamed(plain) ? safe(plain, `Does this apply to you: ${lowerFirst(plain)}?`) : null;
}

const disease =
  /\b(?:\p{L}*(?:itis|omas?|osis|oses|emia|aemia|opathy|opathies)|cancers?|tumou?rs?|diseases?|disorders?|syndromes?|diabetes|hypertension|failure|infections?|infarction|stroke|asthma|epilepsy|hiv|aids|hepatitis|malignanc\w+|conditions?)\b/iu;

function have(rest: string): string | undefined {
  if (/^(?:no|not|without)\b/i.test(rest) || /\b(?:are|is|was|were)\b/i.test(rest))
    return undefined;
  return disease.test(rest) && !spansTime(rest) ? told(rest) : `Do you have ${rest}?`;
}

function haveOrHad(rest: string): string | undefined {
  const isPerfect =
    /^(?:had|been|received|undergone|taken|given|participated|completed|signed|used)\b/i.test(rest);
  return isPerfect ? `Have you ${rest}?` : have(rest);
}

/** A bare finding, such as "Open wounds or lesions in the exposure area": a name without a verb. */
function isFinding(text: string): boolean {
  return disease.test(text) ||
    /^(?:open |active |known |severe )?(?:wounds|lesions|allerg\w+)\b/i.test(text)
    ? !/\b(?:is|are|was|were|be|been|being|has|have|had|who|that|which|can|cannot|could|will|would|must|should|may|might|refuses?|requires?|locally|prior|previous|absence|lack|no|not|without|none|only|any|than|concurrent|planned|(?:wo)?m[ae]n|(?:fe)?males?|adults?|children|people)\b|^\W*\d/i.test(
        text,
      )
    : false;
}

/** Something that is named, by no sentence and of nobody: it can stand behind a question as it is. */
function isNamed(text: string): boolean {
  const isSentence =
    /\b(?:is|are|was|were|be|been|has|have|had|who|whose|can|cannot|will|must|should|shall|refuses?|requires?|only|you|he|she|they)\b/i;
  const isOfSomebody =
    /\b(?:patients?|subjects?|participants?|individuals?|persons?|people|volunteers?|(?:wo)?m[ae]n|(?:fe)?males?|adults?|children|child|infants?|investigators?)\b/i;
  const isDenied = /\b(?:no|not|none|never|without|absence|absent|lack|free of|unless|except)\b/i;
  const [first = ""] = text.split(/\s/);
  // "Works at night" is a sentence; "Lesions in grafts" is none.
  const isVerb = /[^suio]s$/.test(first) && !/(?:ions|ents|ies|oses|signs|symptoms)$/.test(first);
  return (
    /^[\p{sc=Latin}\p{sc=Common}]+$/u.test(text) &&
    /^\p{L}/u.test(text) &&
    text.length <= 250 &&
    !isVerb &&
    ![isSentence, isOfSomebody, isDenied].some((pattern) => pattern.test(text))
  );
}

// What a question says in other words, or need not say.
const spared = wordSet(
  "a an the of who that with is are be have has having subjects subject patient patients participants " +
    "participant individuals individual persons person people volunteers volunteer history presence diagnosis " +
    "any medical",
);
const kept = new Map([
  ["inability", "unable"],
  ["unwillingness", "unwilling"],
  ["willingness", "willing"],
  ["ability", "able"],
]);

/** With every word that carries meaning, or not at all; and about nobody but the person on the phone. */
function safe(text: string, wording: string): string | null {
  const turned = wording
    .replace(/\b(?:their|his or her|his\/her|his|her)\b/gi, "your")
    .replace(/\s+/g, " ");
  if (
    /\b(?:investigators?|patients?|subjects?|participants?|they|them|he|she|who|whose)\b/i.test(
      turned,
    )
  ) {
    return null;
  }
  const said = new Set(wordsOf(turned));
  // Whoever is pregnant needs not be told apart further.
  const isSpared = (word: string) =>
    spared.has(word) ||
    (/^(?:women|females?)$/.test(word) && /^Are you (?:pregnant|lact|nurs|breast)/.test(turned));
  const isWhole = wordsOf(text).every((word) => {
    const other = kept.get(word);
    if (other !== undefined) return said.has(other);
    if (/^(?:their|his|her)$/.test(word)) return said.has("your");
    return isSpared(word) || said.has(word) || (word.endsWith("s") && said.has(word.slice(0, -1)));
  });
  return isWhole && turned.length <= 500 ? turned : null;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+|[<>=≤≥≠±+%-]/gu) ?? [];
}
