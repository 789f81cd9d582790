// A person's own shares with their access log, newest first. Nobody else's are listed, whatever the role.
import { listShareEvents, listShares } from "@studydesk/db/shares/share-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ListSharesInput } from "@studydesk/domain/shares/share-inputs";
import type { Deps } from "../deps";
import { type ShareView, toShareView } from "./share-view";

const pageSize = 50;

export async function readOwnShares(
  deps: Deps,
  viewer: Viewer,
  input: ListSharesInput,
): Promise<{ rows: ShareView[]; nextCursor: number | null }> {
  const found = await listShares(deps.db, viewer.userId, {
    leadId: input.leadId,
    studyId: input.studyId,
    beforeId: input.cursor ?? undefined,
    limit: pageSize + 1,
  });
  const shares = found.slice(0, pageSize);
  const events = await listShareEvents(
    deps.db,
    shares.map((share) => share.id),
  );
  const reader = { keys: deps.noteKeys, viewer, now: deps.now() };
  const eventsOf = Map.groupBy(events, (event) => event.shareId);
  return {
    rows: shares.map((share) => toShareView(reader, share, eventsOf.get(share.id) ?? [])),
    nextCursor: found.length > pageSize ? (shares.at(-1)?.id ?? null) : null,
  };
}
