// What is typed for one passage and not saved yet, together with what its author saw when they began: the
// version and the registry's text. Where either is another by now, the screen says so before anything is
// saved; nothing typed is lost by a reload or by somebody else's save.
import { z } from "zod/mini";
import { useDraft } from "../../lib/use-draft";
import type { Passage, TextsPlace } from "./study-texts-types";

const draftSchema = z.object({
  text: z.string(),
  /** 0: there was no wording. */
  version: z.number(),
  sourceSha256: z.string(),
});
type Draft = z.infer<typeof draftSchema>;

export interface PassageDraft {
  text: string;
  isChanged: boolean;
  /** The version that a save replaces; null: none. */
  expectedVersion: number | null;
  /** Somebody else saved or removed the wording since. */
  isOvertaken: boolean;
  /** The registry says something else than when the author began. */
  isSourceNew: boolean;
  type(text: string): void;
  /** Goes on with what is typed, knowing what is there now. */
  goOn(): void;
  discard(): void;
}

export function usePassageDraft({ studyId, language }: TextsPlace, passage: Passage): PassageDraft {
  const [kept, keep] = useDraft(`study-text.${studyId}.${language}.${passage.field}`);
  const draft = readDraft(kept);
  const saved = passage.wording?.text ?? "";
  const version = passage.wording?.version ?? 0;
  const now = { version, sourceSha256: passage.sourceSha256 };
  const seen = draft ?? now;
  return {
    text: draft?.text ?? saved,
    isChanged: draft !== undefined && draft.text !== saved,
    expectedVersion: seen.version === 0 ? null : seen.version,
    isOvertaken: draft !== undefined && draft.version !== version && draft.text !== saved,
    isSourceNew: draft !== undefined && draft.sourceSha256 !== passage.sourceSha256,
    type(text) {
      const isBack = text === saved && seen.version === version;
      const { version: seenVersion, sourceSha256 } = seen;
      keep(isBack ? "" : JSON.stringify({ text, version: seenVersion, sourceSha256 }));
    },
    goOn: () => keep(JSON.stringify({ text: draft?.text ?? saved, ...now })),
    discard: () => keep(""),
  };
}

function readDraft(kept: string): Draft | undefined {
  if (kept === "") return undefined;
  try {
    return draftSchema.parse(JSON.parse(kept));
  } catch {
    return undefined;
  }
}
