// The words by which a study is found.
import type { OpenPlace } from "@studydesk/db/subscriptions/opening-queries";

export function termsOf(study: Pick<OpenPlace, "conditions" | "keywords" | "title">): string[] {
  return [...study.conditions, ...study.keywords, study.title];
}
