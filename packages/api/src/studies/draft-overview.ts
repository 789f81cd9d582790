// A first draft by AI, from the study's public registry text and nothing else. It waits outside any
// transaction; a failed or late answer leaves the draft that is there as it was.
import { inTransaction } from "@studydesk/db/open-database";
import { findOverviewDraft } from "@studydesk/db/studies/overview-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { DraftOverviewInput } from "@studydesk/domain/studies/overview";
import type { Deps } from "../deps";
import type { Limit } from "../rate-limits";
import { recordChange } from "../record-change";
import { type OverviewDraftView, readRegistrySource } from "./overview-view";
import { refuseOtherVersion, replaceDraftWords } from "./save-overview-draft";
import { getStudyToWord } from "./word-study";

/**
 * Asks the configured endpoint. Throws DomainError with a sentence for whoever asked: no answer, too
 * late, too busy, or an answer that is no text to show.
 */
export type DraftOverview = (request: {
  registryText: string;
  language: PublicLanguage;
  /** Ends the waiting when the person does. */
  signal: AbortSignal | undefined;
}) => Promise<{ text: string; model: string }>;

/** Each draft costs whoever pays for the endpoint. */
const perPerson: Limit = { name: "draft-overview", most: 30, windowSeconds: 3600 };

export async function draftOverview(
  deps: Pick<Deps, "db" | "now" | "live" | "limits" | "draftOverview">,
  viewer: Viewer,
  input: DraftOverviewInput,
  signal: AbortSignal | undefined,
): Promise<OverviewDraftView> {
  const { study } = await getStudyToWord(deps.db, viewer, input.studyId);
  if (!deps.draftOverview) {
    throw new DomainError(
      "rule_broken",
      "No AI is set up here. Write the text by hand, or ask the owner to set AI_BASE_URL and AI_MODEL.",
      { reason: "ai_not_configured" },
    );
  }
  refuseOtherVersion(await findOverviewDraft(deps.db, input), input.expectedVersion);
  await deps.limits.use(perPerson, viewer.userId);
  const source = await readRegistrySource(deps.db, study);
  const { language } = input;
  const { text, model } = await deps.draftOverview({ registryText: source.text, language, signal });
  const draft = await inTransaction(deps.db, async (trx) => {
    await getStudyToWord(trx, viewer, input.studyId);
    const at = deps.now().toISOString();
    const words = { text, origin: "ai", model, sourceSha256: source.sha256 } as const;
    const replaced = await replaceDraftWords(trx, viewer, { ...input, words, at });
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "overview.drafted_by_ai",
      subject: "study",
      subjectId: String(input.studyId),
      siteId: null,
      details: { overviewId: replaced.id, language, model },
    });
    return replaced;
  });
  deps.live.announce();
  return draft;
}
