// The pinned views in their order, those of one's own apart from those that others share.
import type { SavedView, Views } from "../use-views";

export function pinnedOf(data: Views | undefined): {
  own: readonly SavedView[];
  shared: readonly SavedView[];
} {
  const pinned = (data?.places ?? [])
    .filter(({ isPinned }) => isPinned)
    .flatMap(({ view }) => data?.views.find(({ id }) => String(id) === view) ?? []);
  return {
    own: pinned.filter(({ isOwn }) => isOwn),
    shared: pinned.filter(({ isOwn }) => !isOwn),
  };
}
