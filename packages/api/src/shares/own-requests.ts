// A person's own requests for notes, newest first, and ending one. Nobody else's are listed, whatever the role.
import { inTransaction } from "@studydesk/db/open-database";
import {
  findOwnRequest,
  listOwnRequests,
  revokeRequest,
} from "@studydesk/db/shares/note-request-queries";
import { notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ListRequestsInput, RevokeRequestInput } from "@studydesk/domain/shares/reply-inputs";
import type { Deps } from "../deps";
import { recordRequestChange } from "./record-request-change";
import { type RequestView, toRequestView } from "./request-view";

const pageSize = 50;

export async function readOwnRequests(
  deps: Deps,
  viewer: Viewer,
  { leadId, studyId, cursor }: ListRequestsInput,
): Promise<{ rows: RequestView[]; nextCursor: number | null }> {
  const found = await listOwnRequests(deps.db, viewer.userId, {
    ...{ leadId, studyId },
    beforeId: cursor ?? undefined,
    limit: pageSize + 1,
  });
  const rows = found.slice(0, pageSize);
  const reader = { keys: deps.noteKeys, viewer, now: deps.now() };
  return {
    rows: rows.map((row) => toRequestView(reader, row)),
    nextCursor: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** Revoking what is revoked already changes nothing and is no error. What came stays. */
export async function revokeOwnRequest(
  deps: Deps,
  viewer: Viewer,
  { requestId }: RevokeRequestInput,
): Promise<RequestView> {
  const now = deps.now();
  const at = now.toISOString();
  const ownerId = viewer.userId;
  const row = await inTransaction(deps.db, async (trx) => {
    const found = await findOwnRequest(trx, ownerId, requestId);
    if (!found) throw notFound("request");
    if (await revokeRequest(trx, requestId, at, "owner")) {
      const details = { because: "owner" };
      await recordRequestChange(trx, found, {
        ...{ at, actorId: ownerId, action: "request.revoked", details },
      });
    }
    return (await findOwnRequest(trx, ownerId, requestId)) ?? found;
  });
  deps.live.announce();
  return toRequestView({ keys: deps.noteKeys, viewer, now }, row);
}
