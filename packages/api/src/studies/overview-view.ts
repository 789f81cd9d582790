// What the desk shows of a study's plain-language text in one language: the registry's text that it is
// checked against, the draft, what readers see now, and what they saw before.
import type { Db } from "@studydesk/db/open-database";
import {
  listLiveOverviews,
  listPublishedSources,
  listWithdrawnOverviews,
  type StoredOverview,
} from "@studydesk/db/studies/overview-queries";
import {
  findRegistryRecord,
  findStudy,
  type StoredStudy,
} from "@studydesk/db/studies/study-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { type PublicLanguage, publicLanguages } from "@studydesk/domain/public-language";
import type { ReadOverviewInput } from "@studydesk/domain/studies/overview";
import {
  type RegistrySection,
  registrySectionsOf,
  registryTextOf,
} from "@studydesk/domain/studies/registry-text";
import type { Deps } from "../deps";
import { sha256 } from "../sha256";
import { getStudyToWord } from "./word-study";

export interface RegistrySource {
  sections: RegistrySection[];
  text: string;
  sha256: string;
}

/** The registry's text of a study, with the digest by which a later one is told from it. */
export async function readRegistrySource(
  db: Db,
  study: Pick<StoredStudy, "id" | "imported">,
): Promise<RegistrySource> {
  const record = await findRegistryRecord(db, study.id);
  const sections = registrySectionsOf(study.imported, record);
  const text = registryTextOf(sections);
  return { sections, text, sha256: sha256(text) };
}

/** Throws `not_found`, or `forbidden` for those who word no text of the study. */
export async function readOverview(
  deps: Pick<Deps, "db" | "draftOverview">,
  viewer: Viewer,
  { studyId, language }: ReadOverviewInput,
) {
  const { db } = deps;
  const { study } = await getStudyToWord(db, viewer, studyId);
  const source = await readRegistrySource(db, study);
  const live = await listLiveOverviews(db, studyId);
  const inLanguage = live.filter((overview) => overview.language === language);
  const draft = inLanguage.find(({ publishedAt }) => publishedAt === null);
  const published = inLanguage.find(({ publishedAt }) => publishedAt !== null);
  const withdrawn = await listWithdrawnOverviews(db, { studyId, language });
  return {
    study: { id: study.id, nctId: study.nctId, title: study.imported.title },
    language,
    registry: { sections: source.sections, text: source.text, sha256: source.sha256 },
    draft: draft ? toOverviewDraftView(draft, source.sha256) : null,
    published: published ? toPublishedView(published, source.sha256) : null,
    history: withdrawn.map((overview) => toPublishedView(overview, source.sha256)),
    canDraftWithAi: deps.draftOverview !== undefined,
    languages: publicLanguages.map((each) => {
      const texts = live.filter((overview) => overview.language === each);
      return {
        language: each,
        hasDraft: texts.some(({ publishedAt }) => publishedAt === null),
        isPublished: texts.some(({ publishedAt }) => publishedAt !== null),
      };
    }),
  };
}

export interface OverviewDraftView
  extends Pick<
    StoredOverview,
    "id" | "text" | "origin" | "model" | "updatedAt" | "updatedByName" | "version"
  > {
  /** Another text stood here before and can be had back. */
  hasPrevious: boolean;
  /** The registry's text is another by now. */
  isStale: boolean;
}

export function toOverviewDraftView(
  draft: StoredOverview,
  registrySha256: string,
): OverviewDraftView {
  const { id, text, origin, model, updatedAt, updatedByName, version } = draft;
  return {
    ...{ id, text, origin, model, updatedAt, updatedByName, version },
    hasPrevious: draft.previous !== null,
    isStale: draft.sourceSha256 !== registrySha256,
  };
}

function toPublishedView(overview: StoredOverview, registrySha256: string) {
  const { id, text, origin, model, checkedFindings } = overview;
  const { publishedAt, publishedByName, withdrawnAt, withdrawnByName } = overview;
  return {
    ...{ id, text, origin, model, checkedFindings },
    ...{ publishedAt, publishedByName, withdrawnAt, withdrawnByName },
    isStale: overview.sourceSha256 !== registrySha256,
  };
}

/** Per study the languages whose readers see a text that was made from an older registry text. */
export async function readStaleOverviews(
  db: Db,
  studyIds: readonly number[],
): Promise<ReadonlyMap<number, PublicLanguage[]>> {
  const stale = new Map<number, PublicLanguage[]>();
  const current = new Map<number, string>();
  const published = await listPublishedSources(db);
  for (const { studyId, language, sourceSha256 } of published) {
    if (!studyIds.includes(studyId)) continue;
    const known = current.get(studyId) ?? (await readSha256(db, studyId));
    current.set(studyId, known);
    if (known !== sourceSha256) stale.set(studyId, [...(stale.get(studyId) ?? []), language]);
  }
  return stale;
}

async function readSha256(db: Db, studyId: number): Promise<string> {
  const study = await findStudy(db, studyId);
  return study ? (await readRegistrySource(db, study)).sha256 : "";
}
