// What can be done with a saved view, as the items of a menu; where it may not be done it is not there.
import { Menu } from "@mantine/core";
import { useMe } from "../../../lib/me";
import type { SavedView } from "../use-views";
import type { useViewChanges } from "./use-view-changes";

interface Props {
  view: SavedView;
  isPinned: boolean;
  changes: ReturnType<typeof useViewChanges>;
  onRename: () => void;
  onCopied: (viewId: number) => void;
  onDeleted: () => void;
}

export function ViewItems({ view, isPinned, changes, onRename, onCopied, onDeleted }: Props) {
  const me = useMe();
  const { abilities, siteId, siteName } = view;
  return (
    <>
      <Menu.Item onClick={() => void changes.pin(view, !isPinned)}>
        {isPinned ? "Take out of the navigation" : "Pin to the navigation"}
      </Menu.Item>
      {abilities.change ? <Menu.Item onClick={onRename}>Rename…</Menu.Item> : null}
      <Menu.Item
        onClick={async () => {
          const copy = await changes.clone(view);
          if (copy) onCopied(copy.id);
        }}
      >
        Make a copy of my own
      </Menu.Item>
      {abilities.share
        ? me.sites
            .filter(({ id }) => id !== siteId)
            .map((site) => (
              <Menu.Item key={site.id} onClick={() => void changes.share(view, site)}>
                Share with the team of {site.name}
              </Menu.Item>
            ))
        : null}
      {abilities.change && siteId !== null ? (
        <Menu.Item onClick={() => void changes.share(view, null)}>
          Stop sharing with {siteName}
        </Menu.Item>
      ) : null}
      {abilities.delete ? (
        <Menu.Item
          color="var(--bad)"
          onClick={async () => {
            if (await changes.remove(view)) onDeleted();
          }}
        >
          Delete
        </Menu.Item>
      ) : null}
    </>
  );
}
