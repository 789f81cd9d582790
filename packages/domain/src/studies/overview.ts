// A plain-language text about a study beside the registry's: written by a person or drafted by AI, seen
// by readers only after a named person published it, gone the moment somebody withdraws it.
import { z } from "zod";
import { type PublicLanguage, publicLanguages } from "../public-language";

export const overviewOrigins = ["ai", "person"] as const;
/** Who wrote the first version: a draft by AI stays one, however much a person edits it. */
export type OverviewOrigin = (typeof overviewOrigins)[number];

/** Some 1,300 words: more is no overview, and no page for a small phone. */
export const mostOverviewCharacters = 8000;

/** What a reader is shown; who wrote and published it stays at the desk. */
export interface PageOverview {
  /** That of the text, which is English where the reader's language has none. */
  language: PublicLanguage;
  /** Paragraphs, an empty line between two. */
  text: string;
  origin: OverviewOrigin;
  publishedAt: string;
}

const studyAndLanguage = {
  studyId: z.int32().positive(),
  language: z.enum(publicLanguages),
};
/** Null: there was no draft when the screen was loaded. */
const expectedVersion = z.int32().positive().nullable();
const thisDraft = { overviewId: z.int32().positive(), expectedVersion: z.int32().positive() };

export const readOverviewInput = z.object(studyAndLanguage);
export type ReadOverviewInput = z.infer<typeof readOverviewInput>;

export const saveOverviewDraftInput = z.object({
  ...studyAndLanguage,
  /** May be empty: a page that was cleared is a draft, too. */
  text: z.string().max(mostOverviewCharacters, {
    error: `The text is longer than ${mostOverviewCharacters} characters. Shorten it: readers on a phone give up long before.`,
  }),
  expectedVersion,
});
export type SaveOverviewDraftInput = z.infer<typeof saveOverviewDraftInput>;

export const draftOverviewInput = z.object({ ...studyAndLanguage, expectedVersion });
export type DraftOverviewInput = z.infer<typeof draftOverviewInput>;

/** Makes a draft of a text that was published before. */
export const reuseOverviewInput = z.object({ overviewId: z.int32().positive(), expectedVersion });
export type ReuseOverviewInput = z.infer<typeof reuseOverviewInput>;

export const changeOverviewDraftInput = z.object(thisDraft);
export type ChangeOverviewDraftInput = z.infer<typeof changeOverviewDraftInput>;

export const publishOverviewInput = z.object({
  ...thisDraft,
  /** Of the registry text that the person had in front of them. */
  sourceSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Keys of the findings that the person looked at and stands by. */
  checkedFindings: z.array(z.string().max(2 * mostOverviewCharacters)).max(1000),
});
export type PublishOverviewInput = z.infer<typeof publishOverviewInput>;

export const withdrawOverviewInput = z.object({ overviewId: z.int32().positive() });
export type WithdrawOverviewInput = z.infer<typeof withdrawOverviewInput>;
