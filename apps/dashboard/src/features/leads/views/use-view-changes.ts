// What somebody does with views, each with what it says afterwards; a refusal is said, and what is shown
// is loaded again.

import { useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../../lib/error-sentence";
import { showToast } from "../../../lib/toasts";
import type { RouterInputs } from "../../../lib/trpc";
import { useTRPC, useTRPCClient } from "../../../lib/trpc";
import { offerUndo } from "../../../lib/undo";
import type { SavedView, Views } from "../use-views";

type SaveView = RouterInputs["views"]["save"];
type ChangeView = Omit<RouterInputs["views"]["change"], "viewId" | "expectedVersion">;

export function useViewChanges() {
  const trpc = useTRPC();
  const { views: client } = useTRPCClient();
  const queryClient = useQueryClient();

  /** Undefined: it was refused, and said so. */
  async function attempt<Answer>(change: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await change();
    } catch (error) {
      showToast(errorSentence(error), { tone: "bad" });
      return undefined;
    } finally {
      await queryClient.invalidateQueries(trpc.views.list.queryFilter());
    }
  }

  async function change(view: SavedView, to: ChangeView, message: string) {
    const { id: viewId, version: expectedVersion } = view;
    const changed = await attempt(() => client.change.mutate({ ...to, viewId, expectedVersion }));
    if (!changed) return undefined;
    const { name, filters, sort, descending, layout } = view;
    const before = { name, filters, sort, descending, layout };
    const wrote = Object.keys(to);
    const undone = Object.fromEntries(
      Object.entries(before).filter(([key]) => wrote.includes(key)),
    );
    const run = () =>
      void attempt(() =>
        client.change.mutate({ ...undone, viewId, expectedVersion: changed.version }),
      );
    offerUndo({ message, run });
    return changed;
  }

  return {
    change,
    async save(view: SaveView) {
      const saved = await attempt(() => client.save.mutate(view));
      if (saved) showToast(`“${saved.name}” is kept as a view of yours.`);
      return saved;
    },
    async clone({ id }: SavedView) {
      const copy = await attempt(() => client.clone.mutate({ viewId: id }));
      if (copy) showToast(`“${copy.name}” is a view of yours now.`);
      return copy;
    },
    async share({ id, name, version }: SavedView, site: { id: number; name: string } | null) {
      const input = { viewId: id, siteId: site?.id ?? null };
      const shared = await attempt(() =>
        client.share.mutate({ ...input, expectedVersion: version }),
      );
      if (!shared) return;
      showToast(
        site
          ? `“${name}” is shared with the team of ${site.name}.`
          : `“${name}” is its owner’s alone again.`,
      );
    },
    async remove({ id, name, version }: SavedView) {
      const deleted = await attempt(() =>
        client.delete.mutate({ viewId: id, expectedVersion: version }),
      );
      if (!deleted) return false;
      const restore = () =>
        void attempt(() => client.restore.mutate({ viewId: id, expectedVersion: deleted.version }));
      offerUndo({ message: `“${name}” is deleted. No lead was.`, run: restore });
      return true;
    },
    pin({ id }: SavedView, isPinned: boolean) {
      return attempt(() => client.pin.mutate({ viewId: id, isPinned }));
    },
    /** One place up (-1) or down (1) among the pinned ones of its own kind. */
    move({ id }: SavedView, step: -1 | 1, among: readonly number[]) {
      const from = among.indexOf(id);
      const to = among[from + step];
      if (to === undefined) return Promise.resolve();
      const order = among.map((each) => (each === id ? to : each === to ? id : each));
      queryClient.setQueryData(
        trpc.views.list.queryKey(),
        (views) => views && reorder(views, order),
      );
      return attempt(() => client.reorder.mutate({ viewIds: order }));
    },
  };
}

function reorder(views: Views, order: readonly number[]): Views {
  const rank = (view: string) => {
    const index = order.indexOf(Number(view));
    return index < 0 ? order.length : index;
  };
  return { ...views, places: views.places.toSorted((a, b) => rank(a.view) - rank(b.view)) };
}
