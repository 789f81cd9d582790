// Tags of a note: plain words, the author's own. Two that differ by case or accents alone are one.
import { z } from "zod";
import { foldText } from "../leads/fold-name";
import { cleanLine, hasVisibleText } from "../leads/typed-text";

const mostTags = 10;

export const noteTags = z
  .array(
    z
      .string()
      .max(200)
      .transform(cleanLine)
      .refine(hasVisibleText, { error: "A tag needs a word." })
      .refine((tag) => tag.length <= 40, {
        error: "A tag is a word or two, up to 40 characters. Shorten it.",
      }),
  )
  .max(mostTags, `A note holds up to ${mostTags} tags. Take one away first.`)
  .transform(withoutRepeats);

export function isSameTag(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}

/** The first spelling stays. */
function withoutRepeats(tags: string[]): string[] {
  return tags.filter((tag, index) => tags.findIndex((each) => isSameTag(each, tag)) === index);
}
