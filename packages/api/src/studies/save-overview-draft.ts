// The draft of a plain-language text: saved while somebody types, cleared, taken back, or begun from a
// text that was published before. What another person saved meanwhile is never overwritten.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addOverviewDraft,
  findOverview,
  findOverviewDraft,
  lockOverviews,
  type OverviewWords,
  type StoredOverview,
  type StudyLanguage,
  updateOverviewDraft,
} from "@studydesk/db/studies/overview-queries";
import { DomainError, notFound, orNotFound, staleVersion } from "@studydesk/domain/errors";
import { cleanParagraphs } from "@studydesk/domain/leads/typed-text";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type {
  ChangeOverviewDraftInput,
  ReuseOverviewInput,
  SaveOverviewDraftInput,
} from "@studydesk/domain/studies/overview";
import type { Deps } from "../deps";
import { type OverviewDraftView, readRegistrySource, toOverviewDraftView } from "./overview-view";
import { getStudyToWord } from "./word-study";

type DraftDeps = Pick<Deps, "db" | "now">;

export async function saveOverviewDraft(
  deps: DraftDeps,
  viewer: Viewer,
  input: SaveOverviewDraftInput,
): Promise<OverviewDraftView> {
  const text = cleanParagraphs(input.text);
  return inTransaction(deps.db, async (trx) => {
    const { study } = await getStudyToWord(trx, viewer, input.studyId);
    await lockOverviews(trx, input);
    const draft = await findOverviewDraft(trx, input);
    refuseOtherVersion(draft, input.expectedVersion);
    const { sha256: sourceSha256 } = await readRegistrySource(trx, study);
    const by = { byUserId: viewer.userId, at: deps.now().toISOString() };
    if (draft) {
      await updateOverviewDraft(trx, { ...draft, ...by }, { text });
    } else {
      const { studyId, language } = input;
      const words = { text, origin: "person", model: null, sourceSha256 } as const;
      await addOverviewDraft(trx, { studyId, language, ...words, ...by });
    }
    return getDraft(trx, input, sourceSha256);
  });
}

/** An empty page, by hand from here on; what stood there can be had back. */
export async function startOverviewOver(
  deps: DraftDeps,
  viewer: Viewer,
  input: ChangeOverviewDraftInput,
): Promise<OverviewDraftView> {
  return changeDraft(deps, viewer, input, (draft, sourceSha256) => ({
    ...{ text: "", origin: "person", model: null, sourceSha256 },
    previous: wordsOf(draft),
  }));
}

/** Puts back what another text took the place of; once more puts that one back. */
export async function takeOverviewBack(
  deps: DraftDeps,
  viewer: Viewer,
  input: ChangeOverviewDraftInput,
): Promise<OverviewDraftView> {
  return changeDraft(deps, viewer, input, (draft) => {
    if (!draft.previous) {
      throw new DomainError("rule_broken", "There is no earlier text to go back to.", {
        reason: "no_earlier_text",
      });
    }
    return { ...draft.previous, previous: wordsOf(draft) };
  });
}

/** A draft with the words of a text that readers see or saw; the text itself stays as it was published. */
export async function reuseOverview(
  deps: DraftDeps,
  viewer: Viewer,
  input: ReuseOverviewInput,
): Promise<OverviewDraftView> {
  return inTransaction(deps.db, async (trx) => {
    const published = await findOverview(trx, input.overviewId);
    if (!published?.publishedAt) throw notFound("text");
    await orNotFound("text", getStudyToWord(trx, viewer, published.studyId));
    const { studyId, language } = published;
    const { expectedVersion } = input;
    const at = deps.now().toISOString();
    const words = wordsOf(published);
    return replaceDraftWords(trx, viewer, { studyId, language, expectedVersion, words, at });
  });
}

/** Puts words into the draft, or begins one with them; what stood there before can be had back. */
export async function replaceDraftWords(
  trx: Db,
  viewer: Viewer,
  change: StudyLanguage & { expectedVersion: number | null; words: OverviewWords; at: string },
): Promise<OverviewDraftView> {
  const { studyId, language, expectedVersion, words, at } = change;
  await lockOverviews(trx, change);
  const draft = await findOverviewDraft(trx, change);
  refuseOtherVersion(draft, expectedVersion);
  const by = { byUserId: viewer.userId, at };
  if (!draft) await addOverviewDraft(trx, { studyId, language, ...words, ...by });
  else {
    const previous = draft.text === "" ? draft.previous : wordsOf(draft);
    await updateOverviewDraft(trx, { ...draft, ...by }, { ...words, previous });
  }
  const { study } = await getStudyToWord(trx, viewer, studyId);
  return getDraft(trx, change, (await readRegistrySource(trx, study)).sha256);
}

/** Throws `conflict` when another version is there than the one the person had before them. */
export function refuseOtherVersion(
  draft: Pick<StoredOverview, "version"> | undefined,
  expectedVersion: number | null,
): void {
  if ((draft?.version ?? null) === expectedVersion) return;
  if (draft) throw staleVersion("text", draft.version);
  throw new DomainError(
    "conflict",
    "Somebody published this text while you were at it. It has been loaded again: look, then decide.",
    { reason: "stale_version" },
  );
}

async function changeDraft(
  deps: DraftDeps,
  viewer: Viewer,
  input: ChangeOverviewDraftInput,
  change: (
    draft: StoredOverview,
    sourceSha256: string,
  ) => OverviewWords & { previous: OverviewWords },
): Promise<OverviewDraftView> {
  return inTransaction(deps.db, async (trx) => {
    const draft = await findOverview(trx, input.overviewId);
    if (!draft) throw notFound("text");
    const { study } = await orNotFound("text", getStudyToWord(trx, viewer, draft.studyId));
    refuseOtherVersion(draft.publishedAt ? undefined : draft, input.expectedVersion);
    const { sha256 } = await readRegistrySource(trx, study);
    const by = { byUserId: viewer.userId, at: deps.now().toISOString() };
    const saved = await updateOverviewDraft(trx, { ...draft, ...by }, change(draft, sha256));
    if (!saved) throw staleVersion("text", draft.version + 1);
    return getDraft(trx, draft, sha256);
  });
}

async function getDraft(
  trx: Db,
  place: StudyLanguage,
  sourceSha256: string,
): Promise<OverviewDraftView> {
  const draft = await findOverviewDraft(trx, place);
  if (!draft) throw notFound("text");
  return toOverviewDraftView(draft, sourceSha256);
}

function wordsOf({ text, origin, model, sourceSha256 }: OverviewWords): OverviewWords {
  return { text, origin, model, sourceSha256 };
}
