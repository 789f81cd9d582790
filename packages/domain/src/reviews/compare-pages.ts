// What became different on a candidate's page since somebody read or signed it, said so that they can look
// at exactly that.
import { answerLabels } from "../screening/answer";
import { canonicalJson } from "./canonical-json";
import type { PageAnswer, ReviewPage } from "./review-page";

export interface AnswerChange {
  readonly label: string;
  /** "Met", "Unknown", "Not answered", "Not asked". */
  readonly from: string;
  readonly to: string;
}

export interface PageChanges {
  readonly answers: readonly AnswerChange[];
  /** What else differs, in words: "the contact history". */
  readonly others: readonly string[];
}

export function comparePages(before: ReviewPage, after: ReviewPage): PageChanges {
  return { answers: changedAnswers(before.answers, after.answers), others: others(before, after) };
}

/** By the criterion's line: a new version renumbers, and asks some anew. */
export function changedAnswers(
  before: readonly PageAnswer[],
  after: readonly PageAnswer[],
): AnswerChange[] {
  const earlier = new Map(before.map((each) => [each.lineId, each]));
  const changed = after.flatMap((now) => {
    const was = earlier.get(now.lineId);
    earlier.delete(now.lineId);
    if (was && meant(was) === meant(now)) return [];
    return [{ label: now.label, from: was ? words(was) : "Not asked", to: words(now) }];
  });
  const gone = [...earlier.values()].map((was) => ({
    label: was.label,
    from: words(was),
    to: "Not asked",
  }));
  return [...changed, ...gone];
}

/** Who wrote an answer down and when is no change of it. */
function meant({
  answeredAt: _,
  answeredBy: __,
  criterionId: ___,
  label: ____,
  ...rest
}: PageAnswer) {
  return canonicalJson(rest);
}

function words({ answer, value, evidence }: PageAnswer): string {
  if (answer === null) return "Not answered";
  const said = typeof value === "number" || typeof value === "string" ? ` (${value})` : "";
  return `${answerLabels[answer]}${said}${evidence ? `, “${evidence}”` : ""}`;
}

const parts = [
  ["criteriaVersion", "the criteria version"],
  ["contacts", "the contact history"],
  ["question", "the answer to your question"],
  ["decisions", "earlier decisions"],
  ["notes", "the notes beside it"],
] as const satisfies readonly (readonly [keyof ReviewPage, string])[];
const facts = ["firstName", "lastName", "birthYear", "language", "siteName", "studyTitle"] as const;

function others(before: ReviewPage, after: ReviewPage): string[] {
  const differ = (part: keyof ReviewPage) =>
    canonicalJson(before[part] ?? null) !== canonicalJson(after[part] ?? null);
  return [
    ...(facts.some(differ) ? ["who the person is"] : []),
    ...parts.filter(([part]) => differ(part)).map(([, said]) => said),
  ];
}
