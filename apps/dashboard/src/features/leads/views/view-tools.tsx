// What can be done with the view that the list shows: its menu, and the bar that says what is unsaved,
// handed to the list for its head.

import type { ViewQuestion } from "@studydesk/domain/views/built-in-views";
import { viewFilterNames } from "@studydesk/domain/views/view-filters";
import { type ReactNode, useState } from "react";
import { filterLabels } from "../filter-labels";
import { type InboxSearch, isSameQuestion, layOver, type ViewId } from "../inbox-search";
import { type ShownView, useKeepLayout } from "../use-views";
import { useViewChanges } from "./use-view-changes";
import { ViewChangesBar } from "./view-changes-bar";
import { ViewMenu } from "./view-menu";
import { ViewNameDialog } from "./view-name-dialog";
import { ViewNotice } from "./view-notice";

interface Props {
  view: ShownView;
  question: ViewQuestion;
  /** Words are searched for, which no view keeps. */
  hasText: boolean;
  linkTo: (change: Partial<InboxSearch>) => string;
  onReset: () => void;
  onView: (id: ViewId) => void;
  children: (parts: { menu: ReactNode; changes: ReactNode }) => ReactNode;
}

export function ViewTools(props: Props) {
  const { view, question, hasText, linkTo, onReset, onView, children } = props;
  const changes = useViewChanges();
  const keepLayout = useKeepLayout(view.id);
  const [isNaming, setNaming] = useState(false);
  const { saved, layout } = view;
  const { filters, sort, descending } = question;
  // Columns are kept for oneself at once; in a view of one's own they are part of what others start with.
  const hasUnsavedColumns = saved?.abilities.change === true && view.hasOwnColumns;
  const isChanged = !isSameQuestion(question, view.question) || hasUnsavedColumns;
  const asFilters = layOver({ filters: {}, sort, descending }, filters);

  async function save() {
    if (!saved) return;
    const to = { filters, sort, descending, layout: view.hasOwnColumns ? layout : saved.layout };
    if (!(await changes.change(saved, to, `“${saved.name}” is saved.`))) return;
    if (view.hasOwnColumns) keepLayout(null);
    onView(view.id);
  }

  return (
    <>
      {children({
        menu: (
          <ViewMenu
            view={view}
            onSaveAsNew={() => setNaming(true)}
            link={linkTo}
            asFilters={{ ...asFilters, sort, descending }}
            onView={onView}
          />
        ),
        changes: (
          <>
            <ViewNotice view={view} onView={onView} />
            <ViewChangesBar
              view={view}
              isChanged={isChanged}
              onSave={() => void save()}
              onSaveAsNew={() => setNaming(true)}
              onReset={onReset}
            />
          </>
        ),
      })}
      {isNaming ? (
        <ViewNameDialog
          title="Save as a new view"
          action="Save the view"
          start=""
          note={noteOn(filters, hasText)}
          onName={async (name) => {
            const isUsual = !saved?.layout && !view.hasOwnColumns;
            const made = await changes.save({
              name,
              filters,
              sort,
              descending,
              layout: isUsual ? null : layout,
            });
            if (!made) return false;
            onView(made.id);
            return true;
          }}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </>
  );
}

function noteOn(filters: ViewQuestion["filters"], hasText: boolean): string {
  const names = viewFilterNames.filter((name) => filters[name] !== undefined);
  const kept =
    names.length === 0
      ? "It keeps the order and the columns."
      : `It keeps ${names.map((name) => filterLabels[name].toLowerCase()).join(", ")}, the order and the columns.`;
  return hasText ? `${kept} The words you searched for are not kept: they name people.` : kept;
}
