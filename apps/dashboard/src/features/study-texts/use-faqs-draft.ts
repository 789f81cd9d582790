// The questions as they are typed and not saved yet, with the version that they were begun from.
import type { Faq } from "@studydesk/domain/studies/faqs";
import { z } from "zod/mini";
import { useDraft } from "../../lib/use-draft";
import type { StudyTexts, TextsPlace } from "./study-texts-types";

const entrySchema = z.object({ key: z.string(), question: z.string(), answer: z.string() });
const draftSchema = z.object({ entries: z.array(entrySchema), version: z.number() });
/** A question with a name of its own, so that a field stays itself when the order changes. */
export type FaqEntry = z.infer<typeof entrySchema>;

export interface FaqsDraft {
  entries: readonly FaqEntry[];
  isChanged: boolean;
  expectedVersion: number | null;
  isOvertaken: boolean;
  change(entries: readonly FaqEntry[]): void;
  goOn(): void;
  discard(): void;
}

export function useFaqsDraft(
  { studyId, language }: TextsPlace,
  { own, general }: StudyTexts["faqs"],
): FaqsDraft {
  const [kept, keep] = useDraft(`study-faqs.${studyId}.${language}`);
  const draft = readDraft(kept);
  const saved = toEntries(own?.items ?? general);
  const version = own?.version ?? 0;
  const seen = draft?.version ?? version;
  const write = (entries: readonly FaqEntry[], of: number) =>
    keep(JSON.stringify({ entries, version: of }));
  const isSame = draft === undefined || wordsOf(draft.entries) === wordsOf(saved);
  return {
    entries: draft?.entries ?? saved,
    isChanged: !isSame,
    expectedVersion: seen === 0 ? null : seen,
    isOvertaken: !isSame && seen !== version,
    change: (entries) => write(entries, seen),
    goOn: () => write(draft?.entries ?? saved, version),
    discard: () => keep(""),
  };
}

function toEntries(faqs: readonly Faq[]): FaqEntry[] {
  return faqs.map((faq, index) => ({ key: `kept-${index.toString()}`, ...faq }));
}

function wordsOf(entries: readonly FaqEntry[]): string {
  return JSON.stringify(entries.map(({ question, answer }) => [question, answer]));
}

function readDraft(kept: string): z.infer<typeof draftSchema> | undefined {
  if (kept === "") return undefined;
  try {
    return draftSchema.parse(JSON.parse(kept));
  } catch {
    return undefined;
  }
}
