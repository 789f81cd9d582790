// The only way a share leaves for its owner: when it was opened and by what kind of device, never
// what it holds or which link opens it. The server knows neither.
import type { ShareRow } from "@studydesk/db/shares/share-queries";
import type { ShareDevice } from "@studydesk/domain/shares/open-share-answer";
import {
  type ShareEnding,
  type ShareEventKind,
  type ShareState,
  shareStateOf,
} from "@studydesk/domain/shares/share-state";

export interface ShareEventView {
  at: string;
  kind: ShareEventKind;
  device: ShareDevice | null;
}

export interface ShareView {
  id: number;
  leadId: number;
  state: ShareState;
  views: number;
  maxViews: number;
  /** Wrong passcodes in its whole life. */
  failures: number;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  revokedBecause: ShareEnding | null;
  /** Newest first. */
  events: ShareEventView[];
}

export function toShareView(
  share: ShareRow,
  events: readonly { at: string; kind: ShareEventKind; device: ShareDevice | null }[],
  now: Date,
): ShareView {
  return {
    id: share.id,
    leadId: share.leadId,
    state: shareStateOf(share, now.toISOString()),
    views: share.views,
    maxViews: share.maxViews,
    failures: share.failures,
    createdAt: share.createdAt,
    expiresAt: share.expiresAt,
    revokedAt: share.revokedAt,
    revokedBecause: share.revokedBecause,
    events: events.map(({ at, kind, device }) => ({ at, kind, device })),
  };
}
