// Loads what drafting needs only where it is set up: elsewhere it would cost 30 MB for nothing.
import type { DraftOverview } from "@studydesk/api/studies/draft-overview";
import type { Logger } from "pino";
import type { AiSettings } from "./read-ai-settings";

export async function startDrafting(
  settings: AiSettings | undefined,
  log: Logger,
): Promise<DraftOverview | undefined> {
  if (!settings) return undefined;
  const { createDraftOverview } = await import("./create-draft-overview");
  return createDraftOverview({ ...settings, log });
}
