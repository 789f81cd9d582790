// Rendered study pages, kept in memory: most readers get one that stands already. Any change to a study,
// a study site or a site empties it, in this process or another; what time changes (how soon a centre
// answers) is ten minutes old at most.
import { findLastEventId } from "@studydesk/db/events";
import type { Db } from "@studydesk/db/open-database";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { LRUCache } from "lru-cache";

export interface StudyPages {
  /** The page that stands already, or the one that `render` makes now. */
  htmlOf(
    page: { nctId: string; language: PublicLanguage },
    render: () => Promise<string>,
  ): Promise<string>;
}

const mostKept = 500;
const keptMs = 10 * 60_000;

export function createStudyPages({ db }: { db: Db }): StudyPages {
  const kept = new LRUCache<string, string>({ max: mostKept, ttl: keptMs });
  let lastChange: number | undefined;
  return {
    async htmlOf({ nctId, language }, render) {
      const change = await findLastEventId(db, ["study", "people"]);
      if (change !== lastChange) kept.clear();
      lastChange = change;
      const key = `${nctId} ${language}`;
      const standing = kept.get(key);
      if (standing !== undefined) return standing;
      const html = await render();
      // What changed while it was made may be missing in it.
      if (change === lastChange) kept.set(key, html);
      return html;
    },
  };
}
