// The menu of the view that the list shows.
import { Menu, UnstyledButton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { menuProps } from "../../../components/menu-props";
import { showToast } from "../../../lib/toasts";
import type { InboxSearch, ViewId } from "../inbox-search";
import { type ShownView, useViews } from "../use-views";
import { useViewChanges } from "./use-view-changes";
import { ViewItems } from "./view-items";
import classes from "./view-menu.module.css";
import { ViewNameDialog } from "./view-name-dialog";

interface Props {
  view: ShownView;
  onSaveAsNew: () => void;
  /** The address of what the list shows, for somebody who may not see the view. */
  link: (search: Partial<InboxSearch>) => string;
  /** All that holds, filter by filter. */
  asFilters: Partial<InboxSearch>;
  onView: (id: ViewId) => void;
}

export function ViewMenu({ view, onSaveAsNew, link, asFilters, onView }: Props) {
  const navigate = useNavigate();
  const changes = useViewChanges();
  const { data } = useViews();
  const [isRenaming, setRenaming] = useState(false);
  const { saved } = view;
  const isPrivate = saved?.siteId === null;
  async function copyLink() {
    // A private view opens for nobody else: its filters do.
    const path = link(isPrivate ? { ...asFilters, view: "all" } : {});
    try {
      await navigator.clipboard.writeText(new URL(path, window.location.origin).href);
      showToast("The link to this list is copied. It holds filters and numbers, no names.");
    } catch {
      showToast("The browser did not let the link be copied. Take it from the address bar.", {
        tone: "bad",
      });
    }
  }
  return (
    <>
      <Menu {...menuProps} position="bottom-end">
        <Menu.Target>
          <UnstyledButton className={classes.target}>View</UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label="View" className={classes.items}>
          <Menu.Item onClick={onSaveAsNew}>Save as a new view…</Menu.Item>
          <Menu.Item onClick={() => void copyLink()}>Copy the link</Menu.Item>
          {saved ? (
            <ViewItems
              view={saved}
              isPinned={
                data?.places.some((place) => place.view === String(saved.id) && place.isPinned) ??
                false
              }
              changes={changes}
              onRename={() => setRenaming(true)}
              onCopied={onView}
              onDeleted={() => onView("inbox")}
            />
          ) : null}
          <Menu.Divider />
          <Menu.Item onClick={() => void navigate({ to: "/views" })}>All views</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && saved ? (
        <ViewNameDialog
          title="Rename the view"
          action="Rename"
          start={saved.name}
          onName={async (name) =>
            (await changes.change(saved, { name }, `The view is called “${name}” now.`)) !==
            undefined
          }
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </>
  );
}
