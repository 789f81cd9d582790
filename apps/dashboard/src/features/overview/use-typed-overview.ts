// What is typed and not saved yet, with the version that its author had before them. Where another is
// there by now the screen says so first; nothing typed is lost by a reload or by somebody else's save.
import { z } from "zod/mini";
import { useDraft } from "../../lib/use-draft";
import type { OverviewDraft, OverviewPlace } from "./overview-types";

const typedSchema = z.object({
  text: z.string(),
  /** 0: there was no draft. */
  version: z.number(),
});

export interface TypedOverview {
  text: string;
  isChanged: boolean;
  /** The version that a save replaces; null: none. */
  expectedVersion: number | null;
  /** Somebody else saved, published or drafted since. */
  isOvertaken: boolean;
  type(text: string): void;
  /** Goes on with what is typed, knowing what is there now. */
  goOn(): void;
  discard(): void;
}

export function useTypedOverview(place: OverviewPlace, draft: OverviewDraft | null): TypedOverview {
  const [kept, keep] = useDraft(`overview.${place.studyId}.${place.language}`);
  const typed = readTyped(kept);
  const saved = draft?.text ?? "";
  const version = draft?.version ?? 0;
  const seen = typed?.version ?? version;
  const isChanged = typed !== undefined && typed.text !== saved;
  return {
    text: typed?.text ?? saved,
    isChanged,
    expectedVersion: seen === 0 ? null : seen,
    isOvertaken: isChanged && seen !== version,
    type(text) {
      keep(text === saved && seen === version ? "" : JSON.stringify({ text, version: seen }));
    },
    goOn: () => keep(JSON.stringify({ text: typed?.text ?? saved, version })),
    discard: () => keep(""),
  };
}

function readTyped(kept: string): z.infer<typeof typedSchema> | undefined {
  if (kept === "") return undefined;
  try {
    return typedSchema.parse(JSON.parse(kept));
  } catch {
    return undefined;
  }
}
