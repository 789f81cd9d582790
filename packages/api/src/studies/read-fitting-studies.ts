// Where somebody whom one study's ages leave out may look instead.

import type { PublicLanguage } from "@studydesk/domain/public-language";
import { isOutsideAges } from "@studydesk/domain/studies/age-limits";
import type { StudyListItem } from "@studydesk/domain/studies/study-page";
import type { Deps } from "../deps";
import { readRecruitingStudies } from "./read-recruiting-studies";

const mostShown = 5;

/** The newest recruiting studies whose ages somebody of that year of birth may have. */
export async function readFittingStudies(
  deps: Pick<Deps, "db" | "now">,
  reader: { language: PublicLanguage; birthYear: number },
): Promise<StudyListItem[]> {
  const { language, birthYear } = reader;
  const today = deps.now();
  const fitting: StudyListItem[] = [];
  let before: number | undefined;
  do {
    const page = await readRecruitingStudies(deps, language, before);
    fitting.push(...page.studies.filter((study) => !isOutsideAges(study, birthYear, today)));
    before = page.nextBefore;
  } while (before !== undefined && fitting.length < mostShown);
  return fitting.slice(0, mostShown);
}
