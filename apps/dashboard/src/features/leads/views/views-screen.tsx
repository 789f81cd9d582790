// All views: one's own and those that teams share; pinned to the navigation, put in order, renamed,
// shared, copied and deleted here.
import { ActionIcon, Button, Menu } from "@mantine/core";
import { builtInViewNames, builtInViews } from "@studydesk/domain/views/built-in-views";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { menuProps } from "../../../components/menu-props";
import { ScreenHeader } from "../../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/states";
import { type SavedView, useViews } from "../use-views";
import { pinnedOf } from "./pinned-of";
import { useViewChanges } from "./use-view-changes";
import { ViewItems } from "./view-items";
import { ViewNameDialog } from "./view-name-dialog";
import classes from "./views-screen.module.css";

export function ViewsScreen() {
  const { data, isPending, error, refetch } = useViews();
  const changes = useViewChanges();
  const [renaming, setRenaming] = useState<SavedView>();
  const { own, shared } = pinnedOf(data);
  const groups = [
    { title: "My views", views: data?.views.filter(({ isOwn }) => isOwn) ?? [], pinned: own },
    {
      title: "Shared views",
      views: data?.views.filter(({ isOwn }) => !isOwn) ?? [],
      pinned: shared,
    },
  ];
  return (
    <>
      <ScreenHeader title="All views" detail="Pinned ones stand in the navigation" />
      <div className={classes.screen}>
        <ul className={classes.built}>
          {builtInViews.map((id) => (
            <li key={id}>
              <Button
                variant="default"
                renderRoot={(props) => <Link {...props} to="/inbox" search={{ view: id }} />}
              >
                {builtInViewNames[id]}
              </Button>
            </li>
          ))}
        </ul>
        {isPending ? (
          <LoadingRows rows={4} />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data.views.length === 0 ? (
          <EmptyState title="No view is saved yet">
            Filter and order the list of leads as you like it, then choose “Save as a view”. It is
            yours alone until you share it with a team.
          </EmptyState>
        ) : (
          groups.map(({ title, views, pinned }) =>
            views.length === 0 ? null : (
              <section key={title} aria-label={title}>
                <h2 className={classes.title}>{title}</h2>
                <ul className={classes.list}>
                  {inOrder(views, pinned).map((view) => (
                    <ViewLine
                      key={view.id}
                      view={view}
                      pinned={pinned}
                      changes={changes}
                      onRename={() => setRenaming(view)}
                    />
                  ))}
                </ul>
              </section>
            ),
          )
        )}
      </div>
      {renaming ? (
        <ViewNameDialog
          title="Rename the view"
          action="Rename"
          start={renaming.name}
          onName={async (name) =>
            (await changes.change(renaming, { name }, `The view is called “${name}” now.`)) !==
            undefined
          }
          onClose={() => setRenaming(undefined)}
        />
      ) : null}
    </>
  );
}

interface LineProps {
  view: SavedView;
  pinned: readonly SavedView[];
  changes: ReturnType<typeof useViewChanges>;
  onRename: () => void;
}

function ViewLine({ view, pinned, changes, onRename }: LineProps) {
  const navigate = useNavigate();
  const place = pinned.findIndex(({ id }) => id === view.id);
  const isPinned = place >= 0;
  const among = pinned.map(({ id }) => id);
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        <Link to="/inbox" search={{ view: view.id }} className={classes.name}>
          <bdi>{view.name}</bdi>
        </Link>
        <span className={classes.whose}>{whoseWords(view)}</span>
      </span>
      <span className={classes.steps}>
        {isPinned ? (
          <>
            <Step
              label={`${view.name}: further up`}
              sign="↑"
              isOff={place === 0}
              onClick={() => void changes.move(view, -1, among)}
            />
            <Step
              label={`${view.name}: further down`}
              sign="↓"
              isOff={place === pinned.length - 1}
              onClick={() => void changes.move(view, 1, among)}
            />
          </>
        ) : null}
        <Button
          size="compact-md"
          variant="default"
          aria-label={isPinned ? `Unpin ${view.name}` : `Pin ${view.name}`}
          onClick={() => void changes.pin(view, !isPinned)}
        >
          {isPinned ? "Unpin" : "Pin"}
        </Button>
        <Menu {...menuProps} position="bottom-end">
          <Menu.Target>
            <Button size="compact-md" variant="subtle" aria-label={`More on ${view.name}`}>
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={`More on ${view.name}`} className={classes.items}>
            <ViewItems
              view={view}
              isPinned={isPinned}
              changes={changes}
              onRename={onRename}
              onCopied={(id) => void navigate({ to: "/inbox", search: { view: id } })}
              onDeleted={() => undefined}
            />
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  );
}

interface StepProps {
  label: string;
  sign: string;
  isOff: boolean;
  onClick: () => void;
}

/** Still there at the end of its way, so that the focus on it is not lost. */
function Step({ label, sign, isOff, onClick }: StepProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      className={classes.step}
      aria-label={label}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
    >
      {sign}
    </ActionIcon>
  );
}

function whoseWords({ isOwn, ownerName, siteName }: SavedView): string {
  if (siteName === null) return "Yours alone";
  return isOwn ? `Shared with the team of ${siteName}` : `${ownerName} · ${siteName}`;
}

/** Pinned ones as they stand in the navigation, then the others by name. */
function inOrder(views: readonly SavedView[], pinned: readonly SavedView[]): SavedView[] {
  const others = views.filter(({ id }) => !pinned.some((each) => each.id === id));
  return [...pinned, ...others];
}
