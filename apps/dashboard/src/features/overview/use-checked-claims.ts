// Which marked claims the person has looked at and stands by: kept for this tab until the text is
// published. A claim is known by its sentence, so a changed sentence is to be looked at again.
import { z } from "zod/mini";
import { useDraft } from "../../lib/use-draft";
import type { OverviewPlace } from "./overview-types";

const keysSchema = z.array(z.string());

export interface CheckedClaims {
  has(key: string): boolean;
  set(key: string, isChecked: boolean): void;
  clear(): void;
}

export function useCheckedClaims(place: OverviewPlace): CheckedClaims {
  const [kept, keep] = useDraft(`overview-checked.${place.studyId}.${place.language}`);
  const keys = readKeys(kept);
  return {
    has: (key) => keys.includes(key),
    set(key, isChecked) {
      const others = keys.filter((each) => each !== key);
      keep(JSON.stringify(isChecked ? [...others, key] : others));
    },
    clear: () => keep(""),
  };
}

function readKeys(kept: string): string[] {
  try {
    return keysSchema.parse(JSON.parse(kept || "[]"));
  } catch {
    return [];
  }
}
