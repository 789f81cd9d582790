// One screen for triage: the list in the middle, the lead at the right, everything by keys.
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ListAndPanel } from "../../components/list-and-panel";
import { useKeys } from "../../lib/keys/use-keys";
import { useMe } from "../../lib/me";
import { ExportList } from "./export/export-list";
import { asTheViewIs, questionInForce, toLeadFilters } from "./inbox-search";
import { actionsFor, hasForm, type LeadAction } from "./lead-action";
import { useInboxPlace } from "./list/inbox-history";
import { leadLinkId } from "./list/lead-cursor";
import { LeadList } from "./list/lead-list";
import { rowHeights } from "./list/lead-table";
import { ListFooter } from "./list/list-footer";
import { useLeadList } from "./list/use-lead-list";
import { LeadCorner } from "./panel/lead-corner";
import { LeadPanel, type LeadPanelProps } from "./panel/lead-panel";
import { useClearFollowUp } from "./use-clear-follow-up";
import { useLeadKeys } from "./use-lead-keys";
import { usePicking } from "./use-picking";
import { useKeepLayout, useShownView } from "./use-views";
import { ViewTools } from "./views/view-tools";

/** What the route puts into the panel of the lead that is open. */
type Slots = Pick<LeadPanelProps, "notes" | "review" | "screening" | "dataRights">;

export function InboxScreen(slots: Slots) {
  const me = useMe();
  const search = useSearch({ from: "/desk/inbox" });
  const { text, goTo, find, linkTo } = useInboxPlace();
  const view = useShownView(search.view);
  const question = useMemo(() => questionInForce(search, view.question), [search, view.question]);
  const keepLayout = useKeepLayout(view.id);
  const openId = search.lead;
  const [restingId, setRestingId] = useState(openId);
  if (openId !== undefined && openId !== restingId) setRestingId(openId);
  const cursorId = openId ?? restingId;
  // Running down the list with j opens each lead for real only where one stops.
  const [shownId] = useDebouncedValue(openId, 150, { leading: true });

  const [isAtTop, setAtTop] = useState(true);
  const asked = useMemo(
    () => ({ ...question, filters: toLeadFilters(question.filters, text, me.userId) }),
    [question, text, me.userId],
  );
  const list = useLeadList(view.isPending ? undefined : asked, { isAtTop, cursorId });
  const scroller = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const isNarrow = useMediaQuery("(max-width: 1080px)", false, { getInitialValueInEffect: false });

  const [started, setStarted] = useState<{ leadId: number; action: LeadAction }>();
  const onAction = useCallback(
    (action: LeadAction | undefined) =>
      setStarted(action && shownId !== undefined ? { leadId: shownId, action } : undefined),
    [shownId],
  );
  const isFormOpen = hasForm(started?.action);
  function start(action: LeadAction, leadId = cursorId) {
    if (leadId === undefined) return;
    setStarted({ leadId, action });
    const tab = action === "note" ? { tab: "notes" as const } : {};
    if (leadId !== openId || action === "note") {
      goTo({ lead: leadId, ...tab }, { replace: openId !== undefined });
    }
  }

  const { shown } = list;
  const index = shown.findIndex(({ row }) => row.id === cursorId);
  const firstId = shown[0]?.row.id;
  const [focusId, setFocusId] = useState<number>();
  /** Gives the row that the cursor comes to. */
  function move(step: number): number | undefined {
    // Scrolled out of what is loaded: first back to where the cursor stands.
    if (index < 0 && list.cursorIndex >= 0) {
      scroller.current?.scrollTo({ top: list.cursorIndex * rowHeights[view.layout.density] });
      return undefined;
    }
    const to = shown[Math.min(Math.max(index + step, 0), shown.length - 1)]?.row.id;
    if (to === undefined || to === cursorId) return undefined;
    if (openId === undefined) setRestingId(to);
    else goTo({ lead: to }, { replace: true });
    setFocusId(to);
    return to;
  }
  function close() {
    setStarted(undefined);
    goTo({ lead: undefined, tab: undefined });
    setFocusId(cursorId);
  }
  // Until it succeeds: the row may not be drawn yet, or be hidden under the lead on a narrow screen.
  useEffect(() => {
    if (focusId === undefined) return;
    const link = document.getElementById(leadLinkId(focusId));
    link?.focus({ preventScroll: true });
    if (link && document.activeElement === link) setFocusId(undefined);
  });

  // Enter in the search: to the first of what is found, once it is.
  const [sought, setSought] = useState<string>();
  const isFound = sought === text && !list.isPending && !list.isPlaceholder;
  useEffect(() => {
    if (!isFound) return;
    setSought(undefined);
    if (document.activeElement === document.body) setFocusId(firstId);
  }, [isFound, firstId]);

  const clearFollowUp = useClearFollowUp();
  const cursorRow = shown[index]?.row ?? list.cursorRow;
  const finish = () => {
    if (!cursorRow) return;
    clearFollowUp(cursorRow);
    move(1);
  };
  const { sort, descending } = asked;
  const exported = {
    order: { sort, descending },
    columns: view.layout.columns.map(({ id }) => id),
  };
  const { leading, bars, isPicking } = usePicking({
    exported,
    view: String(view.id),
    filters: asked.filters,
    ...{ list, scroller, cursorId, move },
  });

  const open = (leadId = cursorId ?? firstId) => {
    if (leadId !== undefined) goTo({ lead: leadId }, { replace: openId !== undefined });
  };
  useKeys("The list", [
    { keys: "j", name: "Next lead", run: () => move(1), repeats: true },
    { keys: "k", name: "Previous lead", run: () => move(-1), repeats: true },
    { keys: ["Enter", "o"], name: "Open the lead", run: () => open() },
    ...(cursorId === undefined
      ? []
      : [
          {
            keys: "q",
            name: "Questions",
            run: () =>
              goTo(
                { lead: cursorId, tab: "screening" as const },
                { replace: openId !== undefined },
              ),
          },
        ]),
    { keys: "/", name: "Search", run: () => searchField.current?.focus() },
    ...(me.abilities.canWorkLeads && cursorRow
      ? [{ keys: "e", name: "Clear the follow-up and move on", run: finish }]
      : []),
    ...(openId === undefined
      ? []
      : [
          {
            keys: "Escape",
            name: "Back to the list",
            run: isFormOpen ? () => onAction(undefined) : close,
          },
        ]),
  ]);
  const actions = actionsFor(me);
  useLeadKeys(actions, cursorId === undefined ? undefined : start);

  const current = openId === undefined ? undefined : shownId;
  return (
    <ListAndPanel
      panelLabel="Lead"
      onClosePanel={close}
      list={
        <>
          <ViewTools
            view={view}
            question={question}
            hasText={text.trim() !== ""}
            linkTo={linkTo}
            onReset={() => {
              if (view.saved?.abilities.change) keepLayout(null);
              goTo(asTheViewIs, { text: "" });
            }}
            onView={(id) => goTo({ ...asTheViewIs, view: id })}
          >
            {({ menu, changes }) => (
              <LeadList
                view={view}
                question={question}
                onSearch={goTo}
                onReset={() => goTo(asTheViewIs, { text: "" })}
                onLayout={keepLayout}
                text={text}
                onText={find}
                searchRef={searchField}
                onSearchDone={setSought}
                list={list}
                openId={openId}
                cursorId={cursorId}
                scroller={scroller}
                onAtTop={setAtTop}
                onMove={move}
                menu={
                  <>
                    <ExportList filters={asked.filters} {...exported} />
                    {menu}
                  </>
                }
                changes={changes}
                {...(leading ? { leading } : {})}
              />
            )}
          </ViewTools>
          {bars}
          <ListFooter
            onMove={move}
            onOpen={open}
            onStart={start}
            onFinish={me.abilities.canWorkLeads && cursorRow ? finish : undefined}
            // An open lead has its own buttons, and picked ones have theirs.
            actions={cursorId === undefined || openId !== undefined || isPicking ? [] : actions}
            onClose={openId === undefined ? undefined : close}
          />
        </>
      }
      panel={
        current === undefined ? undefined : (
          <LeadPanel
            key={current}
            leadId={current}
            tab={search.tab ?? "overview"}
            onTab={(tab) => goTo({ tab }, { replace: true })}
            action={started?.leadId === current ? started.action : undefined}
            onAction={(action) => (action === "note" ? start(action) : onAction(action))}
            {...slots}
            takesFocus={isNarrow}
            corner={
              <LeadCorner
                onBefore={index > 0 ? () => move(-1) : undefined}
                onNext={index < shown.length - 1 ? () => move(1) : undefined}
                onClose={close}
              />
            }
          />
        )
      }
    />
  );
}
