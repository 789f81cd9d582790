// What a changed record makes of a study's questions: whatever nobody here touched goes along with it,
// whatever a person edited stays as it is and says that the record changed. Nothing of it is lost silently.
import { criterionText, matchCriteria } from "../studies/match-criteria";
import { type AskedCriterion, asksTheSame, type CriterionFields } from "./criterion";
import { labelCriteria } from "./label-criteria";
import { proposeQuestions, type StudyToAsk } from "./propose-question";
import { shorten } from "./propose-rule";
import { weave } from "./weave";

type Proposed = CriterionFields & { label: string };
export type FollowedCriterion = CriterionFields & { lineId: number | null };

/** `standing`: the draft, where there is one, else the version in force. */
export function followRegistry(
  standing: readonly AskedCriterion[],
  before: StudyToAsk | undefined,
  after: StudyToAsk,
): FollowedCriterion[] {
  const was = before ? labelCriteria(proposeQuestions(before)) : [];
  const is = labelCriteria(proposeQuestions(after));
  const goesOn = matchCriteria(was, is);
  const kept = matchCriteria(was, standing);
  const origins = new Map([...kept].map(([proposed, criterion]) => [criterion, proposed]));
  const own = standing.filter((criterion) => !origins.has(criterion));
  const continued = new Set(goesOn.values());
  const alike = matchCriteria(
    own,
    is.filter((proposed) => !continued.has(proposed)),
  );

  // By the record's criteria as they are now: the line that goes on with each.
  const lines = new Map<Proposed, FollowedCriterion>();
  const results = new Map<AskedCriterion, FollowedCriterion>();
  for (const criterion of standing) {
    const origin = origins.get(criterion);
    const now = origin ? goesOn.get(origin) : alike.get(criterion);
    const result = origin ? follow(criterion, origin, now) : meet(criterion, now);
    if (!result) continue;
    results.set(criterion, result);
    if (now) lines.set(now, result);
  }
  const returned = new Map([...goesOn].map(([proposed, now]) => [now, proposed]));
  for (const now of is) {
    if (lines.has(now)) continue;
    const gone = returned.get(now);
    // Taken out by a person, and the record says of it what it said then.
    if (gone && isWrittenAlike(gone, now)) continue;
    lines.set(now, gone ? resurface(now) : { ...fieldsOf(now), lineId: null });
  }
  return order(standing, { was, is, origins, results, lines });
}

/** Undefined: gone with the record. */
function follow(
  criterion: AskedCriterion,
  was: Proposed,
  now: Proposed | undefined,
): FollowedCriterion | undefined {
  const here = { ...fieldsOf(criterion), lineId: criterion.lineId };
  const isReworded = !isWrittenAlike(criterion, was);
  const isOwnRule = !isReworded && !asksTheSame({ ...was, rule: criterion.rule }, was);
  const isOwnWording = criterion.wording !== was.wording;
  if (!now) {
    const isOwn = isReworded || isOwnRule || isOwnWording || criterion.cost !== was.cost;
    return isOwn
      ? doubted(
          here,
          "The record lists this criterion no longer, but it was edited here. Take it out, or keep it.",
        )
      : undefined;
  }
  if (isReworded) {
    if (isWrittenAlike(was, now) || isWrittenAlike(criterion, now)) return here;
    return doubted(
      here,
      `The record changed what it says here to “${shorten(criterionText(now))}”. Take that over, or keep this desk’s words.`,
    );
  }
  const taken: FollowedCriterion = {
    ...fieldsOf(now),
    lineId: criterion.lineId,
    rule: isOwnRule ? criterion.rule : now.rule,
    wording: isOwnWording ? criterion.wording : now.wording,
    cost: criterion.cost === was.cost ? now.cost : criterion.cost,
    // Settled stays settled as long as the same is in question.
    doubt: now.doubt?.sentence === was.doubt?.sentence ? criterion.doubt : now.doubt,
  };
  const isSameQuestion = isWrittenAlike(was, now) && asksTheSame({ ...was, rule: now.rule }, was);
  const isCarried = isOwnRule || (isOwnWording && !isWrittenAlike(was, now));
  if (isSameQuestion || !isCarried) return taken;
  const what = isOwnRule
    ? isOwnWording
      ? "The answers and the wording"
      : "The answers"
    : "The wording";
  return doubted(
    taken,
    `${what} of this question were set here for what the record said before: “${shorten(criterionText(was))}”. Check them against what it says now.`.replace(
      "The wording of this question were",
      "The wording of this question was",
    ),
  );
}

/** Written here, and now perhaps in the record, too. */
function meet(criterion: AskedCriterion, now: Proposed | undefined): FollowedCriterion {
  const here = { ...fieldsOf(criterion), lineId: criterion.lineId };
  if (!now || isWrittenAlike(criterion, now)) return here;
  return doubted(
    here,
    `The record now lists something alike: “${shorten(criterionText(now))}”. Take that over, or keep this desk’s words.`,
  );
}

function resurface(now: Proposed): FollowedCriterion {
  const fresh = { ...fieldsOf(now), lineId: null };
  return doubted(
    fresh,
    "This criterion was taken out here before, and the record changed it since. Keep it, or take it out again.",
  );
}

function doubted(criterion: FollowedCriterion, sentence: string): FollowedCriterion {
  return { ...criterion, doubt: { kind: "record_changed", sentence } };
}

interface Followed {
  was: readonly Proposed[];
  is: readonly Proposed[];
  origins: ReadonlyMap<AskedCriterion, Proposed>;
  results: ReadonlyMap<AskedCriterion, FollowedCriterion>;
  lines: ReadonlyMap<Proposed, FollowedCriterion>;
}

/** As the record orders them, unless somebody here ordered them otherwise. */
function order(standing: readonly AskedCriterion[], followed: Followed): FollowedCriterion[] {
  const { was, is, origins, results, lines } = followed;
  const here = standing.flatMap((criterion) => results.get(criterion) ?? []);
  const there = is.flatMap((proposed) => lines.get(proposed) ?? []);
  const places = standing.flatMap((criterion) => {
    const origin = origins.get(criterion);
    return origin ? [was.indexOf(origin)] : [];
  });
  const isAsListed = places.every((place, index) => place > (places[index - 1] ?? -1));
  return isAsListed ? weave(there, here) : weave(here, there);
}

function isWrittenAlike(
  one: Pick<CriterionFields, "kind" | "heading" | "text" | "children">,
  other: Pick<CriterionFields, "kind" | "heading" | "text" | "children">,
): boolean {
  return one.kind === other.kind && criterionText(one) === criterionText(other);
}

function fieldsOf(criterion: CriterionFields): CriterionFields {
  const { kind, heading, text, children, wording, rule, cost, doubt } = criterion;
  return { kind, heading, text, children, wording, rule, cost, doubt };
}
