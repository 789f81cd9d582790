// What the navigation lists, in order. A screen adds itself here and in router.ts.
import { type BuiltInView, builtInViewNames } from "@studydesk/domain/views/built-in-views";
import type { LinkProps } from "@tanstack/react-router";
import { callsPeople, decidesOnCandidates, type Me } from "../lib/me";
import type { RouterOutputs } from "../lib/trpc";
import type { router } from "../router";

type NavCounts = RouterOutputs["leads"]["counts"] & {
  /** Pairs of leads that may be one person. */
  duplicates?: number | undefined;
  /** Candidates who wait for this person's decision. */
  candidates?: number | undefined;
  /** Answers from outside that nobody read yet. */
  received?: number | undefined;
};

export interface NavEntry {
  label: string;
  link: Pick<LinkProps<"a", typeof router>, "to" | "search">;
  /** Second key after g, where the desk's key map has one. */
  key?: string;
  count?: (counts: NavCounts) => number | undefined;
  isFor: (me: Me) => boolean;
}

export const navEntries: readonly NavEntry[] = [
  // First what somebody comes in on: Today for whoever calls, Review for whoever decides, else Home.
  { label: "Today", link: { to: "/" }, key: "t", isFor: callsPeople },
  {
    label: "Review",
    link: { to: "/review" },
    key: "v",
    count: ({ candidates }) => candidates,
    isFor: decidesOnCandidates,
  },
  { label: "Home", link: { to: "/home" }, key: "h", isFor: (me) => me.sites.length > 0 },
  inboxEntry("inbox", (counts) => counts.inbox, "i"),
  inboxEntry("due", (counts) => counts.dueToday, "d"),
  inboxEntry("unassigned", (counts) => counts.unassigned),
  inboxEntry("mine", (counts) => counts.mine),
  inboxEntry("all"),
  { label: "My notes", link: { to: "/notes" }, key: "n", isFor: () => true },
  {
    label: "Shares",
    link: { to: "/shares" },
    key: "l",
    count: ({ received }) => received || undefined,
    isFor: (me) => me.sites.length > 0,
  },
  { label: "Visits", link: { to: "/visits" }, isFor: (me) => me.sites.length > 0 },
  {
    label: "Duplicates",
    link: { to: "/duplicates" },
    // Nothing to decide is no number to look at.
    count: ({ duplicates }) => duplicates || undefined,
    isFor: callsPeople,
  },
  { label: "Imports", link: { to: "/imports" }, isFor: callsPeople },
  { label: "Reports", link: { to: "/reports" }, key: "r", isFor: (me) => me.sites.length > 0 },
  { label: "Studies", link: { to: "/studies" }, key: "s", isFor: () => true },
  {
    label: "People",
    link: { to: "/people" },
    key: "p",
    isFor: (me) => me.abilities.canManagePeople,
  },
  { label: "Sites", link: { to: "/sites" }, isFor: (me) => me.abilities.canManageSites },
  { label: "Mail templates", link: { to: "/templates" }, isFor: (me) => me.sites.length > 0 },
  { label: "Outbox", link: { to: "/outbox" }, isFor: (me) => me.abilities.canSeeOutbox },
  { label: "Backups", link: { to: "/backups" }, isFor: (me) => me.abilities.canSeeBackups },
  { label: "Audit trail", link: { to: "/audit" }, isFor: (me) => me.abilities.canSeeAudit },
];

/** A view of the lead list; everybody with a role at a site has them. */
function inboxEntry(
  view: BuiltInView,
  count?: (counts: NavCounts) => number,
  key?: string,
): NavEntry {
  return {
    label: builtInViewNames[view],
    link: { to: "/inbox", search: { view } },
    isFor: (me) => me.sites.length > 0,
    ...(count ? { count } : {}),
    ...(key ? { key } : {}),
  };
}
