// The words of a study that alerts go by: what it is found by, in every language that it is worded in, and
// its title as one reader gets it.
import type { OpenPlace } from "@studydesk/db/subscriptions/opening-queries";
import type { PublicLanguage } from "@studydesk/domain/public-language";

type Worded = Pick<OpenPlace, "conditions" | "keywords" | "title" | "wordings">;

export function termsOf({ conditions, keywords, title, wordings }: Worded): string[] {
  return [
    ...conditions,
    ...keywords,
    title,
    ...wordings.flatMap(({ field, text }) => (field === "title" ? [text] : text.split("\n"))),
  ];
}

/** The study team's own title in the language, else the registry's, which is English. */
export function titleIn(
  language: PublicLanguage,
  { title, wordings }: Worded,
): { title: string; titleLanguage: PublicLanguage } {
  const own = wordings.find((w) => w.field === "title" && w.language === language);
  return own ? { title: own.text, titleLanguage: language } : { title, titleLanguage: "en" };
}
