// The words that a note is about, as they travel and lie sealed: the shape that packages/anchors makes, with
// the fields of leads and studies that a note can hang on.
import { z } from "zod";

const id = "[1-9][0-9]{0,9}";
const leadFields = new RegExp(`^(message|activity|evidence)\\.${id}$`);
const studyFields = new RegExp(
  `^(title|summary|description|eligibility|criterion\\.${id}|overview\\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})?)$`,
);

const quote = {
  sourceId: z.string().regex(new RegExp(`^${id}$`)),
  revision: z.string().max(64),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  exact: z
    .string()
    .min(1, "Select the words first that the note is about.")
    .max(1000, "A note can be about 1,000 characters at most. Select fewer."),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  start: z.int32().nonnegative(),
  end: z.int32().nonnegative(),
};

export const noteAnchor = z
  .discriminatedUnion("sourceType", [
    z.strictObject({
      ...quote,
      sourceType: z.literal("lead"),
      fieldPath: z.string().max(64).regex(leadFields),
    }),
    z.strictObject({
      ...quote,
      sourceType: z.literal("study"),
      fieldPath: z.string().max(64).regex(studyFields),
    }),
  ])
  .refine(({ start, end, exact }) => end - start === exact.length, {
    error: "The place and the quote do not fit each other. Select the words again.",
  });
export type NoteAnchor = z.infer<typeof noteAnchor>;

/** As large as a row's id can be; PostgreSQL refuses to look for a larger one. */
const largestId = 2 ** 31 - 1;

/** The id that a field of many carries: of `message.7` it is 7. Undefined: the field is one of a kind, or no row's. */
export function idInField(fieldPath: string): number | undefined {
  const [, text] = fieldPath.split(".");
  if (text === undefined || !/^[0-9]+$/.test(text)) return undefined;
  const id = Number(text);
  return id <= largestId ? id : undefined;
}
