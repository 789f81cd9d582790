// The conditions of the studies here, to choose from where one may be typed, as a reader of the language
// gets them. Remembered until a study changes.
import { findLastEventId } from "@studydesk/db/events";
import { listStudyConditions } from "@studydesk/db/studies/condition-queries";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { Deps } from "../deps";

const mostOffered = 200;

export interface Conditions {
  read(): Promise<readonly string[]>;
}

export function createConditions({ db }: Pick<Deps, "db">, language: PublicLanguage): Conditions {
  let known: { change: number; conditions: readonly string[] } | undefined;
  return {
    async read() {
      const change = await findLastEventId(db, ["study"]);
      if (known?.change !== change) {
        const studies = await listStudyConditions(db, language);
        const all = studies.flatMap(({ conditions }) => conditions);
        const unique = new Map(all.map((condition) => [condition.toLowerCase(), condition]));
        const conditions = [...unique.values()].sort((a, b) => a.localeCompare(b, language));
        known = { change, conditions: conditions.slice(0, mostOffered) };
      }
      return known.conditions;
    },
  };
}
