// One lead: who it is, what can be done now, and everything known. Abilities come with the record;
// what somebody may not do is not shown.
import { Skeleton, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { DuplicateHint } from "../../../components/duplicate-hint";
import { ErrorState } from "../../../components/states";
import { refusalOf } from "../../../lib/error-sentence";
import { useSayPresence } from "../../../lib/presence";
import { showToast } from "../../../lib/toasts";
import { useTRPC } from "../../../lib/trpc";
import { type LeadTab, leadTabs } from "../inbox-search";
import { hasForm, isAble, type LeadAction, whyNotAble } from "../lead-action";
import type { LeadView } from "../lead-types";
import { ChangedNote } from "./changed-note";
import { ContactForm } from "./contact-form";
import { CrossedChange } from "./crossed-change";
import { ErasedFacts } from "./erased-facts";
import { FollowUpForm } from "./follow-up-form";
import { KeyFacts } from "./key-facts";
import { LeadActions } from "./lead-actions";
import { LeadFacts } from "./lead-facts";
import { LeadHeading } from "./lead-heading";
import { LeadMessages } from "./lead-messages";
import classes from "./lead-panel.module.css";
import { LeadTimeline } from "./lead-timeline";
import { MailForm } from "./mail-form";
import { MergedNote } from "./merged-note";
import { SamePerson } from "./same-person";
import { StudyFacts } from "./study-facts";
import { useIsTyping } from "./use-is-typing";
import { LeadVisits } from "./visits/lead-visits";

/** What the route puts into the Notes tab. */
export interface NotesSlot {
  count: number | undefined;
  render: (lead: LeadView, startsWriting: boolean) => ReactNode;
  /** Lets the texts within carry notes; a note leads to its words on their tab. */
  around: (lead: LeadView, children: ReactNode, onTab: (tab: LeadTab) => void) => ReactNode;
}

/** What the route puts in below the actions: what was decided about the lead. */
export type ReviewSlot = (lead: LeadView) => ReactNode;

/** What the route puts into the Screening tab. */
export type ScreeningSlot = (lead: LeadView) => ReactNode;

/** What the route puts below what is known about the person: their data, for a site's admins. */
export type DataRightsSlot = (lead: LeadView) => ReactNode;

export interface LeadPanelProps {
  leadId: number;
  tab: LeadTab;
  onTab: (tab: LeadTab) => void;
  /** What was started on this lead by a key or a button. */
  action: LeadAction | undefined;
  onAction: (action: LeadAction | undefined) => void;
  notes: NotesSlot;
  review: ReviewSlot;
  screening: ScreeningSlot;
  dataRights: DataRightsSlot;
  /** Buttons at the right of the name. */
  corner?: ReactNode;
  /** On a page of its own the name is its title. */
  isPage?: boolean;
  /** The list is out of sight: the name takes the focus. */
  takesFocus?: boolean;
}

const tabNames: Readonly<Record<LeadTab, string>> = {
  overview: "Overview",
  screening: "Screening",
  timeline: "Timeline",
  notes: "Notes",
};

export function LeadPanel(props: LeadPanelProps) {
  const { leadId, tab, onTab, action, onAction, notes, corner } = props;
  const isTitle = props.isPage === true || props.takesFocus === true;
  const trpc = useTRPC();
  const hasRoom = useMediaQuery("(min-width: 1180px)", false, { getInitialValueInEffect: false });
  const isWide = props.isPage === true && hasRoom;
  const panel = useRef<HTMLDivElement>(null);
  useSayPresence(leadId, useIsTyping(panel) ? "editing" : "looking");
  const asked = useQuery(trpc.leads.get.queryOptions({ leadId }));
  const lead = asked.data;

  const refusal = lead && action && !isAble(lead, action) ? whyNotAble(lead, action) : undefined;
  useEffect(() => {
    if (refusal === undefined) return;
    showToast(refusal);
    onAction(undefined);
  }, [refusal, onAction]);

  const current = useRef(action);
  useLayoutEffect(() => {
    current.current = action;
  }, [action]);

  // Where a form was closed for nothing else, Tab goes on from the name.
  const heading = useRef<HTMLHeadingElement>(null);
  const isFormOpen = hasForm(action);
  useEffect(() => {
    if (!isFormOpen) return;
    return () => {
      const isLost = document.activeElement === document.body;
      if (isLost && !current.current) heading.current?.focus({ preventScroll: true });
    };
  }, [isFormOpen]);

  if (asked.isError && !lead) {
    return (
      <>
        <header className={classes.head}>
          {isTitle ? <h1 className={classes.name}>Lead {leadId}</h1> : <span />}
          <div className={classes.corner}>{corner}</div>
        </header>
        <ErrorState
          error={asked.error}
          title="This lead could not be opened"
          {...(refusalOf(asked.error) ? {} : { onRetry: () => void asked.refetch() })}
        />
      </>
    );
  }
  if (!lead) return <PanelSkeleton corner={corner} />;

  // Of somebody erased no note is left, and none is written; nor is anything asked.
  const tabs = leadTabs.filter(
    (each) => (each !== "notes" && each !== "screening") || lead.erasedAt === null,
  );
  // Not what was begun while the form was still on its way.
  const doneWith = (form: LeadAction) => () => {
    if (current.current === form) onAction(undefined);
  };
  return notes.around(
    lead,
    <div ref={panel} className={classes.panel} data-wide={isWide}>
      <LeadHeading
        lead={lead}
        corner={corner}
        isTitle={isTitle}
        takesFocus={props.takesFocus ?? false}
        heading={heading}
      />
      <LeadActions lead={lead} action={action} onAction={onAction} />
      <CrossedChange
        lead={lead}
        onPicked={() => {
          if (current.current === "follow_up") onAction(undefined);
        }}
      />
      <ChangedNote lead={lead} />
      {lead.merge ? <MergedNote merge={lead.merge} /> : <DuplicateHint leadId={lead.id} isInset />}
      {props.review(lead)}
      {action === "contact" && lead.abilities.logContact ? (
        <ContactForm lead={lead} onDone={doneWith("contact")} />
      ) : null}
      {action === "mail" && isAble(lead, "mail") ? (
        <MailForm lead={lead} onDone={doneWith("mail")} />
      ) : null}
      {action === "follow_up" && lead.abilities.setFollowUp ? (
        <FollowUpForm lead={lead} onDone={doneWith("follow_up")} />
      ) : null}
      {lead.erasedAt === null ? (
        <div className={classes.side}>
          <KeyFacts lead={lead} onFollowUp={() => onAction("follow_up")} />
          <StudyFacts lead={lead} />
          <LeadVisits lead={lead} />
          {isWide ? <LeadFacts lead={lead} /> : null}
        </div>
      ) : null}
      <Tabs
        value={tabs.includes(tab) ? tab : "overview"}
        onChange={(value) => {
          const next = leadTabs.find((each) => each === value);
          if (next) onTab(next);
        }}
        keepMounted={false}
        classNames={{
          root: classes.body ?? "",
          list: classes.tabs ?? "",
          tab: classes.tab ?? "",
        }}
      >
        <Tabs.List aria-label="About this lead">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {tabNames[each]}
              {each === "notes" && notes.count ? ` · ${notes.count}` : ""}
              {each === "screening" && lead.screening
                ? ` · ${lead.screening.answered}/${lead.screening.questions}`
                : ""}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          {lead.erasedAt === null ? (
            <>
              <LeadMessages lead={lead} />
              <SamePerson lead={lead} />
              {isWide ? null : <LeadFacts lead={lead} />}
              {lead.abilities.serveDataRights ? props.dataRights(lead) : null}
            </>
          ) : (
            <ErasedFacts lead={lead} erasedAt={lead.erasedAt} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="screening">{props.screening(lead)}</Tabs.Panel>
        <Tabs.Panel value="timeline">
          <LeadTimeline lead={lead} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">{notes.render(lead, action === "note")}</Tabs.Panel>
      </Tabs>
    </div>,
    onTab,
  );
}

function PanelSkeleton({ corner }: { corner: ReactNode }) {
  return (
    <div className={classes.panel} aria-busy="true">
      <div className={classes.corner}>{corner}</div>
      <div className={classes.skeleton} role="status" aria-label="Loading the lead">
        <Skeleton height={24} width="55%" />
        <Skeleton height={12} width="80%" />
        <Skeleton height={34} mt={12} />
        {[70, 60, 80, 65, 75, 50].map((width) => (
          <Skeleton key={width} height={12} width={`${width}%`} />
        ))}
      </div>
    </div>
  );
}
